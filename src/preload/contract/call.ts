import type { z } from 'zod'

/** Work that brings in, changes or disposes of much at once says for which inputs it does. */
interface Bulk<I extends z.ZodType> {
  /** Whether a backup is made before this input is carried out. */
  readonly backsUpFirst?: (input: z.output<I>) => boolean
}

/** Reads; sees a read-only database. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
}

/** A way to say that no backup is needed first. */
const never = (): boolean => false

/** Writes; runs in one transaction with its audit row. */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'command'
  /** False for what only the person at the keyboard will ever see, such as half-typed text. */
  readonly audited: boolean
  /** Whether a backup is made before this input is carried out. */
  backsUpFirst(input: z.output<I>): boolean
  readonly input: I
  readonly output: O
}

/** Long work: reports progress, can be cancelled, writes through small transactions of its own. */
export interface Job<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
> {
  readonly kind: 'job'
  /** Whether a backup is made before this input is carried out. */
  backsUpFirst(input: z.output<I>): boolean
  readonly input: I
  readonly output: O
  readonly progress: P
}

/** Works on the workspace itself (its key, its lock) and so needs no open database. */
export interface Action<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'action'
  readonly input: I
  readonly output: O
}

export type Call = Query | Command | Job | Action
export type Slice = Readonly<Record<string, Call>>

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Query<I, O> {
  return { kind: 'query', input, output }
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  { backsUpFirst = never }: Bulk<I> = {},
): Command<I, O> {
  return { kind: 'command', audited: true, backsUpFirst, input, output }
}

/** Keeps unfinished work of the person at the keyboard: a command without an audit row. */
export function scratch<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Command<I, O> {
  return { kind: 'command', audited: false, backsUpFirst: never, input, output }
}

export function job<I extends z.ZodType, O extends z.ZodType, P extends z.ZodType>(
  input: I,
  output: O,
  progress: P,
  { backsUpFirst = never }: Bulk<I> = {},
): Job<I, O, P> {
  return { kind: 'job', backsUpFirst, input, output, progress }
}

export function action<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Action<I, O> {
  return { kind: 'action', input, output }
}

/** What a page may add to a call. `signal` cancels a job; `onProgress` hears of it. */
export interface CallOptions<P> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: P) => void
}

/** The page's side of one slice, derived from its contract. */
export type SliceClient<S extends Slice> = {
  readonly [K in keyof S]: S[K] extends Job<infer I, infer O, infer P>
    ? (input: z.input<I>, options?: CallOptions<z.output<P>>) => Promise<z.output<O>>
    : (input: z.input<S[K]['input']>) => Promise<z.output<S[K]['output']>>
}

/** The workspace's side of one slice. `Contexts` says what each kind of call is handed. */
export type SliceHandlers<S extends Slice, Contexts extends ContextByKind> = {
  readonly [K in keyof S]: (
    context: ContextFor<S[K], Contexts>,
    input: z.output<S[K]['input']>,
  ) => Promise<z.input<S[K]['output']>>
}

export interface ContextByKind {
  readonly query: unknown
  readonly command: unknown
  readonly job: unknown
  readonly action: unknown
}

type ContextFor<C extends Call, Contexts extends ContextByKind> =
  C extends Job<z.ZodType, z.ZodType, infer P>
    ? Contexts['job'] & { readonly report: (progress: z.output<P>) => void }
    : Contexts[C['kind']]
