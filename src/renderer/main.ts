// First, before anything makes a style element.
import './shell/styleNonce'
import './shell/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { desktopKey } from './shell/desktop'
import { installParts } from './shell/install'
import { createPageRouter } from './shell/router'
import { clientKey } from './workspace/calls'
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
app.mount('#app')
