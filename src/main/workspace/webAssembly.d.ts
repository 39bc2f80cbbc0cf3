// Node has WebAssembly, but TypeScript describes it only among the things of a browser, which the
// workspace must not see. These are the parts in use.
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  const Memory: new (size: { initial: number; maximum?: number }) => Memory

  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module'
  }
  const Module: new (code: Uint8Array<ArrayBuffer>) => Module

  type ExportValue = ((...args: number[]) => unknown) | Memory
  interface Instance {
    readonly exports: Readonly<Record<string, ExportValue>>
  }
  const Instance: new (
    module: Module,
    imports: Record<string, Record<string, ExportValue>>,
  ) => Instance
}
