import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import type { App } from 'vue'
import { asError } from '../workspace/calls'
import { createWords } from '../words/i18n'
import { useNotices } from './notices'

/** Everything an application of ours needs besides client, desktop and router; tests use it too. */
export function installParts(app: App): void {
  app.use(createPinia())
  app.use(PiniaColada, {
    // The workspace itself says when rows change; nothing else makes an answer stale.
    queryOptions: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  })
  app.use(createWords('ms'))
  app.config.errorHandler = (error) => {
    app.runWithContext(() => useNotices()).fail(asError(error))
  }
}
