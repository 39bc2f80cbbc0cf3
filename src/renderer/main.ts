// First, before anything makes a style element.
import './shell/styleNonce'
import './shell/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { desktopKey } from './shell/desktop'
import { installParts } from './shell/install'
import { useNotices } from './shell/notices'
import { createPageRouter } from './shell/router'
import { asError, clientKey } from './workspace/calls'
import { createWorkspaceClient } from './workspace/client'
import { acceptPorts, adoptPort } from './workspace/port'

const client = createWorkspaceClient()
acceptPorts(window, (port) => {
  port.addEventListener('close', client.connect(adoptPort(port)))
})

const app = createApp(App)
app.provide(clientKey, client)
app.provide(desktopKey, window.desktop)
installParts(app)
app.use(createPageRouter())
// What nobody waited for went wrong all the same; the person is told.
window.addEventListener('unhandledrejection', ({ reason }) => {
  app.runWithContext(() => useNotices()).fail(asError(reason))
})
app.mount('#app')
