import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placementOf, type PlacementFacts } from '../../../src/main/workspace/files/placement.ts'
import {
  fileSystemIn,
  fileSystemInMount,
  probePlacement,
} from '../../../src/main/workspace/files/placementProbe.ts'

const windows = (path: string, more: Partial<PlacementFacts> = {}): PlacementFacts => ({
  ...{ path, realPath: path, platform: 'win32', home: 'C:\\Users\\Siti', env: {} },
  ...{ fileSystem: null, markers: [], ...more },
})
const linux = (path: string, more: Partial<PlacementFacts> = {}): PlacementFacts => ({
  ...{ path, realPath: path, platform: 'linux', home: '/home/siti', env: {} },
  ...{ fileSystem: 'ext4', markers: [], ...more },
})
const mac = (path: string, more: Partial<PlacementFacts> = {}): PlacementFacts => ({
  ...{ path, realPath: path, platform: 'darwin', home: '/Users/siti', env: {} },
  ...{ fileSystem: 'apfs', markers: [], ...more },
})

describe('a live data folder', () => {
  it.each<[string, PlacementFacts]>([
    ['a share', windows('\\\\jkr-fail01\\bkk\\data')],
    ['a share with forward slashes', windows('//jkr-fail01/bkk/data')],
    ['a long share', windows('\\\\?\\UNC\\jkr-fail01\\bkk')],
    ['a device share', windows('\\\\.\\UNC\\jkr-fail01\\bkk')],
    ['a redirector', windows('C:\\a', { realPath: '\\Device\\Mup\\jkr\\bkk' })],
    ['a mapped drive', windows('Z:\\bkk', { realPath: '\\\\jkr-fail01\\kongsi\\bkk' })],
    ['NFS', linux('/mnt/kongsi', { fileSystem: 'nfs4' })],
    ['SMB on Linux', linux('/mnt/kongsi', { fileSystem: 'cifs' })],
    ['SSHFS', linux('/mnt/kongsi', { fileSystem: 'fuse.sshfs' })],
    ['what GNOME mounts', linux('/run/user/1000/gvfs/x', { fileSystem: 'fuse.gvfsd-fuse' })],
    ['SMB on macOS', mac('/Volumes/bkk', { fileSystem: 'smbfs' })],
    ['AFP on macOS', mac('/Volumes/bkk', { fileSystem: 'afpfs' })],
  ])('on %s is refused as a network', (_, facts) => {
    expect(placementOf(facts)).toEqual({ kind: 'network' })
  })

  it.each<[string, PlacementFacts, string]>([
    ['OneDrive', windows('C:\\Users\\Siti\\OneDrive\\BKK'), 'OneDrive'],
    ['OneDrive of JKR', windows('C:\\Users\\Siti\\OneDrive - JKR\\BKK'), 'OneDrive'],
    [
      'OneDrive elsewhere',
      windows('D:\\Awan\\BKK', { env: { OneDriveCommercial: 'd:\\awan' } }),
      'OneDrive',
    ],
    [
      'a link into OneDrive',
      windows('C:\\BKK', { realPath: 'C:\\Users\\Siti\\OneDrive\\BKK' }),
      'OneDrive',
    ],
    ['Dropbox', windows('C:\\Users\\Siti\\Dropbox (JKR)\\BKK'), 'Dropbox'],
    ['Dropbox by its mark', linux('/data/x', { markers: ['.dropbox.cache'] }), 'Dropbox'],
    ['Google Drive', windows('G:\\My Drive\\BKK'), 'Google Drive'],
    ['iCloud on Windows', windows('C:\\Users\\Siti\\iCloudDrive\\BKK'), 'iCloud'],
    [
      'iCloud on macOS',
      mac('/Users/siti/Library/Mobile Documents/com~apple~CloudDocs/BKK'),
      'iCloud',
    ],
    ['CloudStorage', mac('/Users/siti/Library/CloudStorage/Box-Box/BKK'), 'CloudStorage'],
    ['Nextcloud', linux('/home/siti/Nextcloud/bkk'), 'Nextcloud'],
    ['Syncthing', linux('/srv/kongsi/bkk', { markers: ['.stfolder'] }), 'Syncthing'],
    ['MEGA', windows('C:\\Users\\Siti\\MEGA\\BKK'), 'MEGA'],
  ])('in %s is refused as synchronised', (_, facts, service) => {
    expect(placementOf(facts)).toEqual({ kind: 'synced', service })
  })

  it.each<[string, PlacementFacts]>([
    ['the local profile', windows('C:\\Users\\Siti\\AppData\\Local\\Ruang Kerja BKK')],
    ['a long local path', windows('\\\\?\\C:\\BKK')],
    ['a name that only begins alike', windows('D:\\OneDriveLama\\BKK')],
    ['beside OneDrive', windows('D:\\AwanLama', { env: { OneDrive: 'D:\\Awan' } })],
    ['no OneDrive set', windows('D:\\BKK', { env: { OneDrive: '' } })],
    ['a home folder', linux('/home/siti/.local/share/ruang-kerja-bkk')],
    ['a file system of one’s own', linux('/data', { fileSystem: 'fuse.ntfs-3g' })],
    ['a disk of a virtual machine', linux('/data', { fileSystem: '9p' })],
    ['macOS', mac('/Users/siti/Library/Application Support/Ruang Kerja BKK')],
    ['an ordinary word elsewhere', linux('/data/mega/bkk')],
  ])('in %s is allowed', (_, facts) => {
    expect(placementOf(facts)).toEqual({ kind: 'local' })
  })
})

describe('what the system tells', () => {
  it('is the mount nearest to the folder', () => {
    const table = [
      '22 1 8:1 / / rw - ext4 /dev/sda1 rw',
      '30 22 0:40 / /mnt/kongsi rw - cifs //jkr/bkk rw',
      '31 22 0:41 / /mnt/dua\\040kata rw - nfs4 jkr:/bkk rw',
      '32 30 8:2 / /mnt/kongsi/tempatan rw - xfs /dev/sdb1 rw',
    ].join('\n')
    expect(fileSystemIn(table, '/home/siti')).toBe('ext4')
    expect(fileSystemIn(table, '/mnt/kongsi/data')).toBe('cifs')
    expect(fileSystemIn(table, '/mnt/kongsi-lain')).toBe('ext4')
    expect(fileSystemIn(table, '/mnt/dua kata')).toBe('nfs4')
    expect(fileSystemIn(table, '/mnt/kongsi/tempatan/data')).toBe('xfs')
  })

  it('is read from what macOS prints', () => {
    const printed = [
      '/dev/disk3s1s1 on / (apfs, sealed, local)',
      '//siti@jkr/bkk on /Volumes/Dua Kata (smbfs, nodev, nosuid)',
    ].join('\n')
    expect(fileSystemInMount(printed, '/Users/siti')).toBe('apfs')
    expect(fileSystemInMount(printed, '/Volumes/Dua Kata/data')).toBe('smbfs')
  })

  it('is asked of this computer, for folders that are not there yet too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tempat-'))
    expect(probePlacement(join(folder, 'belum', 'ada'))).toEqual({ kind: 'local' })
    mkdirSync(join(folder, '.stfolder'))
    expect(probePlacement(join(folder, 'belum', 'ada'))).toEqual({
      ...{ kind: 'synced', service: 'Syncthing' },
    })
    rmSync(folder, { recursive: true })
  })
})
