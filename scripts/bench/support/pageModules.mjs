import { registerHooks } from 'node:module'

/**
 * Modules of the page leave out `.ts`, which their bundler knows and Node does not. Measurements that
 * speak to a workspace as the page does need its client.
 */
export function understandPageModules() {
  registerHooks({
    resolve(specifier, context, next) {
      const short = /^\.{1,2}\//.test(specifier) && !/\.\w+$/.test(specifier)
      const fromPage = context.parentURL?.includes('/src/renderer/') === true
      return next(short && fromPage ? `${specifier}.ts` : specifier, context)
    },
  })
}
