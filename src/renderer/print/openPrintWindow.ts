import { createApp } from 'vue'
import { createRouter, createWebHashHistory, RouterView, type RouteLocation } from 'vue-router'
import { WorkspaceError } from '#contract/errors'
import type { DocumentFailure } from '../../preload/desktop'
import { desktopKey } from '../shell/desktop'
import { light, styleSheetOf } from '../shell/tokens'
import { createWords } from '../words/i18n'
import { clientKey } from '../workspace/calls'
import { createWorkspaceClient } from '../workspace/client'
import { acceptPorts, adoptPort } from '../workspace/port'
import type { PrintDocument } from './printDocument'
import PrintPage from './PrintPage.vue'

/** Starts the hidden page: a route for each document, its input and language in the address. */
export async function openPrintWindow(documents: readonly PrintDocument[]): Promise<void> {
  const { desktop } = window
  const fail = (error: unknown) => desktop.documentDrawn(failureOf(error))
  window.addEventListener('unhandledrejection', ({ reason }) => fail(reason))
  const client = createWorkspaceClient()
  acceptPorts(window, (port) => {
    port.addEventListener('close', client.connect(adoptPort(port)))
  })
  // Paper is light, whatever the window's theme.
  const colours = new CSSStyleSheet()
  colours.replaceSync(styleSheetOf(light, light))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, colours]

  const router = createRouter({ history: createWebHashHistory(), routes: documents.map(routeOf) })
  const app = createApp(RouterView)
  app.config.errorHandler = fail
  app.provide(clientKey, client)
  app.provide(desktopKey, desktop)
  app.use(router)
  await router.isReady()
  const { matched, query } = router.currentRoute.value
  if (matched.length === 0) throw new Error('There is no such document')
  const language = query['language'] === 'en' ? 'en' : 'ms'
  document.documentElement.lang = language
  app.use(createWords(language))
  app.mount('#app')
}

function routeOf(document: PrintDocument) {
  return {
    path: `/cetak/${document.name}`,
    component: PrintPage,
    props: ({ query }: RouteLocation) => ({ document, input: String(query['input']) }),
  }
}

function failureOf(error: unknown): DocumentFailure {
  const { reason, details } =
    error instanceof WorkspaceError ? error : new WorkspaceError('unexpected')
  return { kind: 'failed', reason, details }
}
