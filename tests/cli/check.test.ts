import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FindingCode, ImageKind, Severity, Verdict } from '#contract/findings'
import { folderWith, jpeg, png, testFolder } from '../images/folder.ts'
import { run } from './run.ts'

/** What other programs are promised, and nothing more. */
const Rows = z.array(
  z.strictObject({
    path: z.string(),
    kind: ImageKind,
    verdict: Verdict,
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    findings: z.array(
      z.strictObject({
        code: FindingCode,
        severity: Severity,
        message: z.string(),
        measured: z.string().nullable(),
        required: z.string().nullable(),
        clause: z.string().nullable(),
        of: z.string().optional(),
      }),
    ),
  }),
)

describe('exit codes', () => {
  it('0 when nothing is rejected, warnings included', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg(), 'b.png': await png(800, 420, 2) })
    expect(await run(['check', folder])).toMatchObject({ code: 0, stderr: '' })
  })

  it('1 when something is rejected', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg(599, 400) })
    expect(await run(['check', folder])).toMatchObject({ code: 1, stderr: '' })
  })

  it('1 when something cannot be read', async () => {
    expect((await run(['check', folderWith({ 'a.jpg': 'text' })])).code).toBe(1)
    expect((await run(['check', '/nowhere/at-all.jpg'])).code).toBe(1)
  })

  it.each([
    [['check'], 'Nyatakan sekurang-kurangnya satu fail atau folder.'],
    [['chek', 'a.jpg'], 'Perintah chek tidak dikenali.'],
    [['check', 'a.jpg', '--kind', 'banner'], 'Jenis banner tidak dikenali'],
    [['check', 'a.jpg', '--lang', 'fr'], 'Bahasa fr tidak dikenali'],
    [['check', 'a.jpg', '--jsn'], '--jsn'],
    [['check', 'a.jpg', '--kind'], '--kind'],
    [['check', 'a.jpg', '--lang', 'en', '--jsn'], 'Option not understood'],
  ])('2 with the reason on stderr when it cannot run: %j', async (args, reason) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(reason)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})

describe('--library', () => {
  it('is refused with the reason where there is no workspace', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg(64, 64) })
    const nowhere = testFolder()
    const { code, stdout, stderr } = await run(['check', '--json', '--library', folder], folder, {
      BKK_DATA_DIR: nowhere,
      BKK_PASSPHRASE: 'frasa laluan yang panjang',
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(nowhere)
  })
})

describe('--json', () => {
  it('is one array on stdout, with these keys and in the order of paths', async () => {
    const picture = await jpeg(1200, 630, 1)
    const folder = folderWith({
      'a.jpg': picture,
      'b copy.jpg': picture,
      'c small.jpg': await jpeg(560, 315, 2),
      'd text.jpg': 'text',
      '.hidden.jpg': 'text',
    })
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'deep/e.png'), await png(800, 420, 3))
    const { code, stdout, stderr } = await run(['check', folder, '--json', '--lang', 'en'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const at = (name: string) => join(folder, name)
    expect(Rows.parse(JSON.parse(stdout))).toEqual([
      {
        path: at('a.jpg'),
        kind: 'poster',
        verdict: 'pass',
        width: 1200,
        height: 630,
        findings: [],
      },
      {
        path: at('b copy.jpg'),
        kind: 'poster',
        verdict: 'reject',
        width: 1200,
        height: 630,
        findings: [
          {
            code: 'duplicate-bytes',
            severity: 'reject',
            message: `This file is an exact copy of ${at('a.jpg')}. Use the one that is kept.`,
            measured: null,
            required: null,
            clause: 'Melaka 13.6',
            of: at('a.jpg'),
          },
        ],
      },
      {
        path: at('c small.jpg'),
        kind: 'poster',
        verdict: 'reject',
        width: 560,
        height: 315,
        findings: [
          {
            code: 'below-minimum',
            severity: 'reject',
            message:
              'The size 560×315 px is below the minimum of 600×315 px. Use a larger original.',
            measured: '560×315 px',
            required: '600×315 px',
            clause: 'Melaka 13.5',
          },
        ],
      },
      {
        path: at('d text.jpg'),
        kind: 'poster',
        verdict: 'unreadable',
        width: null,
        height: null,
        findings: [
          {
            code: 'unsupported-format',
            severity: 'unreadable',
            message:
              'The content of the file is not an image in a supported format. Export it as JPEG or PNG.',
            measured: null,
            required: 'JPEG, PNG, WebP',
            clause: null,
          },
        ],
      },
      {
        path: at('deep/e.png'),
        kind: 'poster',
        verdict: 'warn',
        width: 800,
        height: 420,
        findings: [
          {
            code: 'not-recommended-size',
            severity: 'warn',
            message:
              'The size 800×420 px differs from the recommended 1200×630 px. Export the original design again at 1200×630 px; scaling this image up would blur it.',
            measured: '800×420 px',
            required: '1200×630 px',
            clause: 'Melaka 13.5',
          },
        ],
      },
    ])
  })

  it('is an empty array for an empty folder, and nothing at all when it cannot run', async () => {
    expect(await run(['check', folderWith({}), '--json'])).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: '',
    })
    expect(await run(['check', '--json'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('has a row for whatever lies in a folder, and hangs on none of it', async () => {
    const folder = folderWith({ 'zero.png': '', 'note.txt': 'x' })
    symlinkSync('nowhere', join(folder, 'broken.png'))
    symlinkSync('.', join(folder, 'circle'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
    const { stdout } = await run(['check', '--json', folder])
    const rows = Rows.parse(JSON.parse(stdout)).map(({ path, findings }) => [
      path.slice(folder.length + 1),
      ...findings.map(({ code }) => code),
    ])
    expect(rows).toEqual([
      ['broken.png', 'not-found'],
      ['circle', 'not-a-regular-file'],
      ['note.txt', 'unsupported-format'],
      ...(process.platform === 'win32' ? [] : [['pipe.jpg', 'not-a-regular-file']]),
      ['zero.png', 'empty-file'],
    ])
  })

  it('keeps paths as they were given, and takes what follows -- for a path', async () => {
    const folder = folderWith({ '-a.jpg': await jpeg(64, 64) })
    const paths = async (...args: string[]) =>
      Rows.parse(JSON.parse((await run(['check', '--json', ...args], folder)).stdout)).map(
        ({ path }) => path,
      )
    expect(await paths('--', '-a.jpg')).toEqual(['-a.jpg'])
    expect(await paths('.')).toEqual(['./-a.jpg'])
  })

  it('measures by the kind that is given', async () => {
    const folder = folderWith({ 'a.png': await png(400, 400) })
    const verdictOf = async (kind: string) => {
      const { stdout } = await run(['check', '--json', folder, `--kind=${kind}`])
      return Rows.parse(JSON.parse(stdout)).map((row) => `${row.kind} ${row.verdict}`)
    }
    expect(await verdictOf('auto')).toEqual(['poster reject'])
    expect(await verdictOf('poster')).toEqual(['poster reject'])
    expect(await verdictOf('avatar')).toEqual(['avatar pass'])
  })
})

describe('the table', () => {
  it('is aligned, in Malay, with what to do under each file and a count at the end', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg(), 'b.jpg': await jpeg(560, 315, 2) })
    const { stdout } = await run(['check', 'a.jpg', 'b.jpg'], folder)
    expect(stdout).toBe(
      [
        'KEPUTUSAN  JENIS   SAIZ      FAIL',
        'lulus      poster  1200×630  a.jpg',
        'ditolak    poster  560×315   b.jpg',
        '           - Saiz 560×315 px kurang daripada minimum 600×315 px. Gunakan imej asal yang lebih besar. (Melaka 13.5)',
        '',
        '2 fail: 1 lulus, 0 amaran, 1 ditolak, 0 tidak boleh dibaca.',
        '',
      ].join('\n'),
    )
  })

  it('is in English when asked for', async () => {
    const folder = folderWith({ 'a.jpg': await jpeg() })
    const { stdout } = await run(['check', 'a.jpg', '--lang=en'], folder)
    expect(stdout).toContain('VERDICT')
    expect(stdout).toContain('Files: 1 (pass 1, warning 0, rejected 0, unreadable 0).')
  })

  it('shows terminal commands in names and does not obey them', async () => {
    const name = 'a\u001b[2J\nb\u202Egpj.jpg'
    const folder = folderWith({ [name]: await jpeg() })
    const { stdout } = await run(['check', folder])
    expect(stdout).toContain('a\\u001b[2J\\u000ab\\u202egpj.jpg')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('--help', () => {
  it('prints every option in either language', async () => {
    for (const args of [['--help'], ['check', '--help', '--lang', 'en']]) {
      const { code, stdout, stderr } = await run(args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      for (const option of ['--kind', '--library', '--json', '--lang', '--help']) {
        expect(stdout).toContain(option)
      }
    }
  })
})
