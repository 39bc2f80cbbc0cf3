/**
 * Where the live data folder must not lie: SQLite's locks and its write-ahead log do not hold over a
 * network (sqlite.org, useovernet.html), and a program that synchronises folders takes the database
 * and its log apart. Backups may go to either. Pure: what the system knows is asked by
 * `placementProbe.ts`.
 */
export type Placement =
  | { readonly kind: 'local' }
  | { readonly kind: 'network' }
  | { readonly kind: 'synced'; readonly service: string }

export interface PlacementFacts {
  /** As it was chosen. */
  readonly path: string
  /** What the system says it really is: mapped drives and links followed. */
  readonly realPath: string
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The kind of file system there, such as `ext4`, `nfs4`, `fuse.sshfs`; null where not known. */
  readonly fileSystem: string | null
  /** Names of entries in the folder and in those above it that synchronising programs leave. */
  readonly markers: readonly string[]
}

export function placementOf(facts: PlacementFacts): Placement {
  const paths = [facts.path, facts.realPath]
  if (paths.some((path) => isNetworkPath(path, facts.platform))) return { kind: 'network' }
  if (facts.fileSystem !== null && isNetworkFileSystem(facts.fileSystem)) return { kind: 'network' }
  const service = paths
    .map((path) => serviceByPath(path, facts))
    .concat(serviceByMarker(facts.markers))
    .find((found) => found !== null)
  return service === undefined ? { kind: 'local' } : { kind: 'synced', service }
}

/** `\\server\share`, `\\?\UNC\server\share`, `//server/share`, `\\.\UNC\…`, `\Device\Mup\…`. */
function isNetworkPath(path: string, platform: NodeJS.Platform): boolean {
  if (platform !== 'win32') return false
  const slashed = path.replaceAll('/', '\\')
  if (/^\\\\[?.]\\UNC\\/i.test(slashed) || /^\\Device\\(Mup|LanmanRedirector)\\/i.test(slashed)) {
    return true
  }
  return /^\\\\[^\\?.][^\\]*\\/.test(slashed)
}

/**
 * As Linux and macOS call them; of FUSE only those that reach over a network. `9p` and `virtiofs`
 * are how a virtual machine sees its own disk.
 */
const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|smb3|ncpfs|afs|afpfs|webdav|davfs2?|coda|ceph|glusterfs|lustre|gpfs|beegfs|ocfs2|fuse\.(sshfs|rclone|gvfsd-fuse|s3fs|davfs2?|glusterfs|ceph|smbnetfs|cifs|goofys|gcsfuse|curlftpfs|onedriver|google-drive-ocamlfuse))$/i

function isNetworkFileSystem(kind: string): boolean {
  return networkFileSystems.test(kind)
}

/** Folder names by which synchronising programs are known, wherever they stand in a path. */
const services: readonly (readonly [string, RegExp])[] = [
  ['OneDrive', /^onedrive( ?[-–] ?.+)?$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['Google Drive', /^(google ?drive( ?[-–(].+)?|my drive|drivefs)$/i],
  ['iCloud', /^(icloud ?drive|icloud ?photos|mobile documents|com~apple~clouddocs)$/i],
  ['CloudStorage', /^cloudstorage$/i],
  ['Nextcloud', /^(nextcloud|owncloud)$/i],
  ['Box', /^box sync$/i],
  ['MEGA', /^(mega|megasync)( ?limited)?$/i],
  ['pCloud', /^p ?cloud ?(drive|sync)?$/i],
  ['Syncthing', /^sync(thing)?$/i],
]

/** Names that are ordinary words count only right below a person's own folder. */
const onlyInHome = new Set(['MEGA', 'Syncthing', 'CloudStorage'])

function serviceByPath(path: string, { platform, home, env }: PlacementFacts): string | null {
  const oneDrives = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].map((name) => env[name])
  if (
    oneDrives.some((root) => root !== undefined && root !== '' && isBelow(path, root, platform))
  ) {
    return 'OneDrive'
  }
  const parts = partsOf(path)
  const above = parts.slice(0, -1)
  const inHome = isBelow(path, home, platform) ? parts[partsOf(home).length] : undefined
  for (const [service, pattern] of services) {
    const candidates = onlyInHome.has(service) ? [inHome ?? ''] : parts
    if (candidates.some((part) => pattern.test(part))) return service
  }
  // macOS keeps every service's folder in ~/Library/CloudStorage.
  return platform === 'darwin' && /\/Library\/CloudStorage\//i.test(`/${above.join('/')}/`)
    ? 'CloudStorage'
    : null
}

function serviceByMarker(markers: readonly string[]): string | null {
  if (markers.includes('.stfolder')) return 'Syncthing'
  if (markers.includes('.dropbox') || markers.includes('.dropbox.cache')) return 'Dropbox'
  if (markers.includes('.owncloudsync.log') || markers.includes('.nextcloudsync.log')) {
    return 'Nextcloud'
  }
  return null
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]+/).filter((part) => part !== '')
}

/** Whole parts are compared: `C:\OneDriveLama` does not lie in `C:\OneDrive`. */
function isBelow(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const same = (part: string): string => (platform === 'linux' ? part : part.toLowerCase())
  const [parts, above] = [partsOf(path), partsOf(folder)]
  return above.length > 0 && above.every((part, place) => same(parts[place] ?? '') === same(part))
}
