import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { addressedPages, allPages, settingsPages, startPath } from './pages'
import type { Page } from './pageTypes'

/** Addresses after the `#`: the document itself never changes, so nothing is navigated to. */
export function createPageRouter(): Router {
  const [firstSetting] = settingsPages
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      ...allPages.filter((page) => !settingsPages.includes(page)).map(routeOf),
      ...addressedPages.map(routeOf),
      {
        path: '/tetapan',
        name: 'settings',
        component: () => import('./SettingsFrame.vue'),
        redirect: firstSetting?.path ?? startPath,
        children: settingsPages.map(routeOf),
      },
      { path: '/:rest(.*)*', redirect: startPath },
    ],
  })
}

function routeOf(page: Page): RouteRecordRaw {
  return { path: page.path, name: page.name, component: page.load, meta: { title: page.title } }
}
