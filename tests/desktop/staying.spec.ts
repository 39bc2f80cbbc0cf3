import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test, type Application } from '../support/launch.ts'

/** Tells how often anybody tried to reach a port of this computer, over TCP or UDP. */
async function listening() {
  let attempts = 0
  const tcp = createServer((socket) => {
    attempts += 1
    socket.destroy()
  })
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', () => (attempts += 1))
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port,
    attempts: () => attempts,
    close: () => {
      tcp.close()
      udp.close()
    },
  }
}

async function expectOwnPage({ window, electron }: Application): Promise<void> {
  // A round trip through the page, after which a navigation would have begun.
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  expect(window.url()).toMatch(/^app:\/\/bkk\/(#|$)/)
  expect(electron.windows()).toHaveLength(1)
}

const navigations: Record<string, string> = {
  'a link': `click({ href: 'http://127.0.0.1:PORT/' })`,
  'a link to a new window': `click({ href: 'http://127.0.0.1:PORT/', target: '_blank' })`,
  'a file link': `click({ href: 'file:///etc/hostname' })`,
  'a data link': `click({ href: 'data:text/html,<h1>x</h1>' })`,
  'a blob link': `click({ href: URL.createObjectURL(new Blob(['x'], { type: 'text/html' })) })`,
  'a download link': `click({ href: URL.createObjectURL(new Blob(['x'])), download: 'x.exe' })`,
  'a script link': `click({ href: 'javascript:document.title="x"' })`,
  'another host of the scheme': `click({ href: 'app://elsewhere/' })`,
  'a host with credentials': `click({ href: 'app://bkk@127.0.0.1:PORT/' })`,
  'location.assign': `location.assign('https://127.0.0.1:PORT/')`,
  'location.replace': `location.replace('http://127.0.0.1:PORT/#app://bkk/')`,
  'window.open': `window.open('http://127.0.0.1:PORT/')`,
  'window.open of the page itself': `window.open('app://bkk/')`,
  'window.open of nothing': `window.open('about:blank')`,
  'a form': `submit({ action: 'http://127.0.0.1:PORT/' })`,
  'a form to a new window': `submit({ action: 'http://127.0.0.1:PORT/', target: '_blank' })`,
  'a refresh': `add('meta', { httpEquiv: 'refresh', content: '0;url=http://127.0.0.1:PORT/' })`,
  'a frame': `add('iframe', { src: 'http://127.0.0.1:PORT/' })`,
  'a frame of a document': `add('iframe', { srcdoc: '<script>top.location="http://127.0.0.1:PORT/"</script>' })`,
  'a web view': `add('webview', { src: 'http://127.0.0.1:PORT/' })`,
  'an embedded object': `add('object', { data: 'http://127.0.0.1:PORT/' })`,
}

const helpers = `
  const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties))
  const click = (properties) => { const a = Object.assign(document.createElement('a'), properties); document.body.append(a); a.click() }
  const submit = (properties) => { const form = Object.assign(document.createElement('form'), properties); document.body.append(form); form.submit() }
`

test('nothing leads the window elsewhere or opens another', async ({
  newApplication: application,
}) => {
  const server = await listening()
  for (const [name, script] of Object.entries(navigations)) {
    await test.step(name, async () => {
      const attempt = script.replaceAll('PORT', String(server.port))
      await application.window.evaluate(`(() => { ${helpers}; ${attempt} })()`)
      await expectOwnPage(application)
    })
  }
  expect(await application.window.evaluate(() => document.title)).not.toBe('x')
  expect(server.attempts()).toBe(0)
  server.close()
})

test('a dropped file does not replace the page', async ({
  newApplication: application,
  folder,
}) => {
  const file = join(folder, 'page.html')
  writeFileSync(file, '<h1>elsewhere</h1>')
  // The page itself takes dropped files; here nobody does.
  await application.window.evaluate(() => {
    for (const event of ['dragenter', 'dragover', 'drop']) {
      window.addEventListener(event, (each) => each.stopImmediatePropagation(), { capture: true })
    }
  })
  const devtools = await application.window.context().newCDPSession(application.window)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x: 200,
      y: 200,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    })
  }
  await expectOwnPage(application)
})

test('nothing in the page reaches a network', async ({ newApplication: application }) => {
  const server = await listening()
  const outcomes = await application.window.evaluate(async (port) => {
    const address = `127.0.0.1:${port}`
    const loaded = (element: HTMLElement) =>
      new Promise<string>((resolve) => {
        element.onload = () => resolve('loaded')
        element.onerror = () => resolve('refused')
        document.body.append(element)
        setTimeout(() => resolve('refused'), 2_000)
      })
    const make = <K extends keyof HTMLElementTagNameMap>(
      name: K,
      properties: Partial<HTMLElementTagNameMap[K]>,
    ) => loaded(Object.assign(document.createElement(name), properties))
    const socket = (url: string) =>
      new Promise<string>((resolve) => {
        try {
          const opened = new WebSocket(url)
          opened.onopen = () => resolve('loaded')
          opened.onerror = () => resolve('refused')
        } catch {
          resolve('refused')
        }
      })
    const peer = async () => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${address}` },
          { urls: `turn:${address}?transport=tcp`, username: 'x', credential: 'x' },
          { urls: `turn:${address}?transport=udp`, username: 'x', credential: 'x' },
        ],
      })
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      connection.close()
      return 'refused'
    }
    navigator.sendBeacon(`http://${address}/beacon`)
    return {
      fetch: await fetch(`http://${address}/`, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'refused',
      ),
      secureFetch: await fetch('https://example.com/', { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'refused',
      ),
      file: await fetch('file:///etc/hostname').then(
        () => 'loaded',
        () => 'refused',
      ),
      socket: await socket(`ws://${address}/`),
      image: await make('img', { src: `http://${address}/x.png` }),
      script: await make('script', { src: `http://${address}/x.js` }),
      style: await make('link', { rel: 'stylesheet', href: `http://${address}/x.css` }),
      prefetch: await make('link', { rel: 'prefetch', href: `http://${address}/x.css` }),
      preconnect: await make('link', { rel: 'preconnect', href: `http://${address}/` }),
      video: await make('video', { src: `http://${address}/x.mp4` }),
      peer: await peer(),
    }
  }, server.port)
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['refused']))
  expect(server.attempts()).toBe(0)
  server.close()
})

test('nothing in the main process reaches a network either', async ({
  newApplication: application,
}) => {
  const server = await listening()
  const outcomes = await application.electron.evaluate(async ({ net, session }, port) => {
    const tried = async (fetched: () => Promise<unknown>) =>
      fetched().then(
        () => 'loaded',
        () => 'refused',
      )
    return [
      await tried(() => net.fetch(`http://127.0.0.1:${port}/`)),
      await tried(() => net.fetch('http://localhost/')),
      await tried(() => net.fetch('https://example.com/')),
      await tried(() => session.fromPartition('another').fetch(`http://127.0.0.1:${port}/`)),
    ]
  }, server.port)
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused'])
  expect(server.attempts()).toBe(0)
  server.close()
})

test('every permission is denied but copying, and what is copied is never read', async ({
  newApplication: application,
}) => {
  const refused = await application.window.evaluate(async () => {
    const outcome = (asked: Promise<unknown>) =>
      Promise.race([
        asked.then(
          (answer) => (answer === 'denied' || answer === false ? 'denied' : 'granted'),
          () => 'denied',
        ),
        new Promise((resolve) => setTimeout(() => resolve('unanswered'), 5_000)),
      ])
    const names = [
      'camera',
      'clipboard-read',
      'clipboard-write',
      'geolocation',
      'idle-detection',
      'local-fonts',
      'microphone',
      'midi',
      'notifications',
      'persistent-storage',
      'screen-wake-lock',
      'storage-access',
      'window-management',
    ]
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return [name, state] as const
    })
    return {
      ...Object.fromEntries(await Promise.all(states)),
      getUserMedia: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      getDisplayMedia: await outcome(navigator.mediaDevices.getDisplayMedia({ video: true })),
      notification: await outcome(Notification.requestPermission()),
      clipboard: await outcome(navigator.clipboard.readText()),
      midiAccess: await outcome(navigator.requestMIDIAccess({ sysex: true })),
      position: await outcome(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      persist: await outcome(navigator.storage.persist()),
    }
  })
  const granted = Object.entries(refused).filter(([, state]) => state !== 'denied')
  // What is posted by hand leaves through the clipboard.
  expect(granted).toEqual([['clipboard-write', 'granted']])
})

test('a script does not fill the screen', async ({ newApplication: application }) => {
  // Electron leaves the refused request without an answer.
  const filled = await application.window.evaluate(async () => {
    void document.documentElement.requestFullscreen().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    return document.fullscreenElement !== null
  })
  expect(filled).toBe(false)
})
