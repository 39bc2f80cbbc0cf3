import { inject, type InjectionKey } from 'vue'
import type { Action, Command, Job, Query } from '#contract/call'
import type { Contract, SliceName, Workspace } from '#contract/index'
import type { WorkspaceClient } from './client'

type NamesOf<S extends SliceName, Kind> = {
  [K in keyof Contract[S] & string]: Contract[S][K] extends Kind ? K : never
}[keyof Contract[S] & string]

/** Calls that only read; `gate.state` is an action, because it must work without a database. */
export type ReadName<S extends SliceName> =
  NamesOf<S, Query> | (S extends 'gate' ? 'state' & NamesOf<S, Action> : never)
export type WriteName<S extends SliceName> = NamesOf<S, Command | Action>
export type JobName<S extends SliceName> = NamesOf<S, Job>

type Method<S extends SliceName, C> = C extends keyof Workspace[S] ? Workspace[S][C] : never

export type InputOf<S extends SliceName, C> =
  Method<S, C> extends (input: infer I, ...rest: never[]) => unknown ? I : never
export type OutputOf<S extends SliceName, C> =
  Method<S, C> extends (...args: never[]) => Promise<infer O> ? O : never

/** A call that ended: with its value, or with why not. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Error }

export const clientKey: InjectionKey<WorkspaceClient> = Symbol('workspace client')

/** The client provided by `main.ts` (or by a test). */
export function useClient(): WorkspaceClient {
  const client = inject(clientKey)
  if (!client) throw new Error('No workspace client was provided')
  return client
}

/** The workspace itself, for the rare call that is neither a page's query nor a command of it. */
export function useWorkspace(): Workspace {
  return useClient().workspace
}

export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
