import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach } from 'vitest'
import { defineComponent, h, type App, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Desktop, DesktopRequest, ProcessState } from '../../../src/preload/desktop'
import LiveRegion from '../../../src/renderer/shell/LiveRegion.vue'
import NoticeCorner from '../../../src/renderer/shell/NoticeCorner.vue'
import { desktopKey } from '../../../src/renderer/shell/desktop'
import { installParts } from '../../../src/renderer/shell/install'
import { useConnection } from '../../../src/renderer/shell/useConnection'
import { useKeyboard } from '../../../src/renderer/shell/useKeyboard'
import { clientKey } from '../../../src/renderer/workspace/calls'
import type { WorkspaceClient } from '../../../src/renderer/workspace/client'
import { eventually } from '../../support/eventually.ts'

/** What the system would do, written down instead. */
export interface TestDesktop extends Desktop {
  readonly done: string[]
  request(request: DesktopRequest): void
  report(state: ProcessState): void
}

export function testDesktop(): TestDesktop {
  const done: string[] = []
  const requests = new Set<(request: DesktopRequest) => void>()
  const states = new Set<(state: ProcessState) => void>()
  const note = (what: string) => {
    done.push(what)
    return Promise.resolve()
  }
  return {
    done,
    platform: 'linux',
    versions: { app: '0.1.0', electron: '45.4.1', chrome: '150.0' },
    pickImages: () => Promise.resolve([]),
    pickAttachments: () => Promise.resolve([]),
    pickFolder: () => Promise.resolve([]),
    pickTargetFolder: () => note('target folder').then(() => null),
    pickFilePath: ({ name }) => note(`picture ${name}`).then(() => null),
    pathsOf: (files) => files.map(() => ''),
    savePagePdf: (name) => note(`pdf ${name}`).then(() => true),
    printPage: () => note('print').then(() => true),
    makeDocument: ({ name, language }) =>
      note(`document ${name} ${language}`).then(() => ({ kind: 'cancelled' })),
    cancelDocument: () => note('cancel document'),
    documentDrawn: (drawn) => void note(`drawn ${drawn.kind}`),
    saveFile: ({ name, kind }) => note(`save ${name}.${kind}`).then(() => true),
    revealDataFolder: () => note('reveal'),
    setTheme: (choice) => note(`theme ${choice}`),
    setLanguage: (language) => note(`language ${language}`),
    notify: ({ title, body }) => note(`notice ${title}: ${body}`).then(() => true),
    quit: () => note('quit'),
    onRequest(listener) {
      requests.add(listener)
      return () => requests.delete(listener)
    },
    onProcessState(listener) {
      states.add(listener)
      listener('running')
      return () => states.delete(listener)
    },
    request: (request) => requests.forEach((listener) => listener(request)),
    report: (state) => states.forEach((listener) => listener(state)),
  }
}

export interface Mounted {
  readonly page: VueWrapper
  readonly desktop: TestDesktop
  /** All that can be read on the page, with single spaces. */
  text(): string
  /** The field, button or other control that a person would call by this name. */
  control(role: 'button' | 'field', name: string | RegExp): HTMLElement
  click(name: string | RegExp): Promise<void>
  type(name: string | RegExp, text: string): Promise<void>
  press(key: string, on?: Element): Promise<void>
  /** Waits until the page says this; the workspace answers over a real port. */
  says(text: string | RegExp): Promise<void>
}

const open: VueWrapper[] = []

afterEach(() => {
  for (const page of open.splice(0)) page.unmount()
  document.body.innerHTML = ''
  localStorage.clear()
})

/** Mounts a part as the application does, with the frame's connection, keys, notices and live region. */
export async function mountPart(
  part: Component,
  client: WorkspaceClient,
  props: Record<string, unknown> = {},
): Promise<Mounted> {
  const desktop = testDesktop()
  const whole = defineComponent({
    setup() {
      useConnection()
      useKeyboard()
      return () => [h(part, props), h(NoticeCorner), h(LiveRegion)]
    },
  })
  const blank = { render: () => null }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: blank }],
  })
  const parts = {
    install(app: App) {
      app.provide(clientKey, client)
      app.provide(desktopKey, desktop)
      installParts(app)
      app.use(router)
    },
  }
  const page = mount(whole, { attachTo: document.body, global: { plugins: [parts] } })
  open.push(page)
  await flushPromises()
  return { page, desktop, ...actionsOn() }
}

function actionsOn(): Omit<Mounted, 'page' | 'desktop'> {
  function control(role: 'button' | 'field', name: string | RegExp): HTMLElement {
    const found = [...document.querySelectorAll<HTMLElement>(selectors[role])].filter((element) =>
      fits(nameOf(element), name),
    )
    const [only] = found
    if (found.length !== 1 || !only) {
      throw new Error(`${String(found.length)} controls are called ${String(name)}`)
    }
    return only
  }
  return {
    text: readableText,
    control,
    async click(name) {
      control('button', name).click()
      await flushPromises()
    },
    async type(name, text) {
      const field = control('field', name)
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
        throw new Error(`${String(name)} takes no text`)
      }
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await flushPromises()
    },
    async press(key, on = document.activeElement ?? document.body) {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await flushPromises()
    },
    says: (text) =>
      eventually(() => {
        if (!fits(readableText(), text, true)) throw new Error(`Not said: ${String(text)}`)
      }),
  }
}

const selectors = {
  button: 'button, [role="button"]',
  field: 'input:not([type="file"]), textarea, select',
} as const

function readableText(): string {
  return document.body.textContent.replaceAll(/\s+/g, ' ').trim()
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const labelled = element.id && document.querySelector(`label[for="${element.id}"]`)
  return (labelled || element).textContent.replaceAll(/\s+/g, ' ').trim()
}

function fits(text: string, wanted: string | RegExp, within = false): boolean {
  if (wanted instanceof RegExp) return wanted.test(text)
  return within ? text.includes(wanted) : text === wanted
}
