import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { addressedPages, allPages, settingsPages } from './pages'
import type { Page } from './pageTypes'

/** Addresses after the `#`: the document itself never changes, so nothing is navigated to. */
export function createPageRouter(): Router {
  const first = allPages[0]?.path ?? '/tetapan'
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
        redirect: firstSetting?.path ?? first,
        children: settingsPages.map(routeOf),
      },
      { path: '/:rest(.*)*', redirect: first },
    ],
  })
}

function routeOf(page: Page): RouteRecordRaw {
  return { path: page.path, name: page.name, component: page.load, meta: { title: page.title } }
}
