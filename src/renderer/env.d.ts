// vue-tsc reads the components themselves; tools that know only TypeScript take this instead.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
