import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/launch.ts'

test('the page sees the named functions of the desktop and nothing else of it', async ({
  newApplication: application,
}) => {
  const seen = await application.window.evaluate(() => ({
    desktop: Object.keys(window.desktop).sort(),
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    frozen: Object.isFrozen(window.desktop),
    platform: window.desktop.platform,
    versions: Object.values(window.desktop.versions).every((each) => /^\d+\.\d+/.test(each)),
  }))
  expect(seen).toEqual({
    desktop: [
      'cancelDocument',
      'documentDrawn',
      'makeDocument',
      'notify',
      'onProcessState',
      'onRequest',
      'pathsOf',
      'pickAttachments',
      'pickFilePath',
      'pickFolder',
      'pickImages',
      'pickTargetFolder',
      'platform',
      'printPage',
      'quit',
      'revealDataFolder',
      'saveFile',
      'savePagePdf',
      'setLanguage',
      'setTheme',
      'versions',
    ],
    globals: [],
    frozen: true,
    platform: process.platform,
    versions: true,
  })
})

test('every answer carries the content policy, with a nonce that is never the same', async ({
  newApplication: application,
}) => {
  const answers = await application.window.evaluate(async () => {
    const read = async () => {
      const answer = await fetch('app://bkk/', { cache: 'no-store' })
      const html = await answer.text()
      return {
        policy: answer.headers.get('content-security-policy') ?? '',
        nosniff: answer.headers.get('x-content-type-options'),
        opener: answer.headers.get('cross-origin-opener-policy'),
        nonce: /name="style-nonce"\s+content="([^"]+)"/.exec(html)?.[1] ?? '',
      }
    }
    return [await read(), await read()] as const
  })
  for (const { policy, nosniff, opener, nonce } of answers) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(policy).not.toContain('unsafe')
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect({ nosniff, opener }).toEqual({ nosniff: 'nosniff', opener: 'same-origin' })
  }
  expect(answers[0].nonce).not.toBe(answers[1].nonce)
})

test('inline scripts, evaluated text and styles without the nonce do nothing', async ({
  newApplication: application,
}) => {
  const outcome = await application.window.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "inline"'
    document.body.append(script)
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="app://bkk/none.png" onerror="document.documentElement.dataset.ran = \'handler\'">',
    )
    document.body.insertAdjacentHTML('beforeend', '<style>body { outline: 3px solid }</style>')
    // In a timer: what the test's own call runs at once may evaluate text.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          Reflect.construct(Function, ['document.documentElement.dataset.ran = "text"'])
          resolve('ran')
        } catch {
          resolve('refused')
        }
      })
    })
    const nonced = Object.assign(document.createElement('style'), {
      nonce: document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '',
      textContent: 'body { scroll-margin-top: 7px }',
    })
    document.head.append(nonced)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      ran: document.documentElement.dataset['ran'] ?? 'nothing',
      evaluated,
      outline: getComputedStyle(document.body).outlineStyle,
      nonced: getComputedStyle(document.body).scrollMarginTop,
      violated: [...new Set(violations)].sort(),
    }
  })
  expect(outcome).toEqual({
    ran: 'nothing',
    evaluated: 'refused',
    outline: 'none',
    nonced: '7px',
    violated: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
  })
})

test('addresses outside the built page and pictures nobody has are not found', async ({
  newApplication: application,
}) => {
  const outcomes = await application.window.evaluate(async () => {
    const addresses = [
      'app://bkk/..%2f..%2fpackage.json',
      'app://bkk/%2e%2e/package.json',
      'app://bkk/../main/index.js',
      'app://bkk/..%5cmain%5cindex.js',
      'app://bkk//etc/hostname',
      'app://bkk/index.html%00.js',
    ]
    const answers = addresses.map(async (address) => (await fetch(address)).status)
    const picture = (src: string) =>
      new Promise<string>((resolve) => {
        const image = new Image()
        image.onload = () => resolve('loaded')
        image.onerror = () => resolve('refused')
        image.src = src
      })
    return {
      statuses: await Promise.all(answers),
      pictures: await Promise.all(
        [
          'media://thumbnail/check/00000000-0000-4000-8000-000000000000',
          'media://thumbnail/check/..%2f..%2fkunci.json',
          'media://original/check/00000000-0000-4000-8000-000000000000',
          'file:///etc/hostname',
        ].map(picture),
      ),
    }
  })
  expect(outcomes).toEqual({
    statuses: [404, 404, 404, 404, 404, 404],
    pictures: ['refused', 'refused', 'refused', 'refused'],
  })
})

test('the page is saved as an A4 PDF, whole, under the name that was chosen', async ({
  newApplication: application,
  folder,
}) => {
  const path = join(folder, 'helaian.pdf')
  writeFileSync(path, 'what was there before')
  await application.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  expect(await application.window.evaluate(() => window.desktop.savePagePdf('Helaian'))).toBe(true)
  const pdf = readFileSync(path).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  // A4 is 595.28 by 841.89 points; Chromium rounds to hundredths of an inch.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)

  await application.electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  expect(await application.window.evaluate(() => window.desktop.savePagePdf('Lain'))).toBe(false)
  expect(existsSync(join(folder, 'Lain.pdf'))).toBe(false)
})

test('dropped files are told by their paths, text as a file by none', async ({
  newApplication: application,
  folder,
}) => {
  const file = join(folder, 'poster.png')
  writeFileSync(file, 'x')
  await application.window.evaluate(() => {
    window.addEventListener('dragover', (event) => event.preventDefault())
    const taken = new Promise<string[]>((resolve) => {
      window.addEventListener(
        'drop',
        (event) => {
          event.preventDefault()
          resolve(window.desktop.pathsOf([...(event.dataTransfer?.files ?? [])]))
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { taken })
  })
  const devtools = await application.window.context().newCDPSession(application.window)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 300,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  }
  const paths = await application.window.evaluate(
    () => (window as unknown as { taken: Promise<string[]> }).taken,
  )
  expect(paths).toEqual([file])
  const none = await application.window.evaluate(() => window.desktop.pathsOf([new File([], 'x')]))
  expect(none).toEqual([''])
})

test('the menu asks the page, in the language of the page', async ({
  newApplication: application,
}) => {
  const { electron, window: page } = application
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.desktop.onRequest((request) => heard.push(request))
  })
  const labels = () =>
    electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label))
  expect(await labels()).toEqual(['&Fail', '&Sunting', '&Paparan', '&Bantuan'])
  await electron.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu?.items ?? []
    for (const item of file.filter(({ role }) => !role)) Reflect.apply(item.click, item, [])
  })
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toEqual(['add-images', 'switch-person', 'lock-screen', 'lock', 'settings'])
  await page.evaluate(() => window.desktop.setLanguage('en'))
  expect(await labels()).toEqual(['&File', '&Edit', '&View', '&Help'])
})

test('malformed requests to the shell are refused', async ({ newApplication: application }) => {
  const refused = await application.window.evaluate(async () => {
    const attempts = [
      () => window.desktop.setTheme('blue' as 'dark'),
      () => window.desktop.setLanguage({ toString: () => 'ms' } as unknown as 'ms'),
      () => window.desktop.savePagePdf('x'.repeat(201)),
      () => window.desktop.savePagePdf(undefined as unknown as string),
    ]
    const outcomes = attempts.map((attempt) =>
      attempt().then(
        () => 'ran',
        () => 'refused',
      ),
    )
    return Promise.all(outcomes)
  })
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused'])
})
