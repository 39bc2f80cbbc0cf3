import { z } from 'zod'

/**
 * What the shell (main) and the workspace (utility process) say to each other. Answers carry the
 * `id` of their question. Ports travel beside `client` and `worker-started`.
 */

const Id = z.number().int()
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const ToWorkspace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    folder: z.string(),
    appVersion: z.string(),
    /** Whether this system keeps secrets for its person; then `protect` and `unprotect` work. */
    safeStorage: z.boolean(),
    sqliteBinary: z.string().optional(),
    /** The data key of a workspace that was open when its process died; else null. */
    key: Bytes.nullable(),
    /** A person had locked it: nothing may open it without being asked. */
    locked: z.boolean(),
  }),
  /** A page wants to talk; its port comes with the message. */
  z.object({ kind: z.literal('client') }),
  z.object({
    kind: z.literal('media'),
    id: Id,
    size: z.enum(['thumbnail', 'preview']),
    of: z.enum(['check', 'image', 'attachment', 'redaction']),
    name: z.string(),
  }),
  /** The answer to `protect` and `unprotect`; null when the system's safe storage refused. */
  z.object({ kind: z.literal('secret'), id: Id, bytes: Bytes.nullable() }),
  /** The answer to `start-worker`; the line to it comes with the message. */
  z.object({ kind: z.literal('worker-started'), id: Id }),
  z.object({ kind: z.literal('worker-gone'), id: Id }),
  z.object({ kind: z.literal('stop') }),
])
export type ToWorkspace = z.infer<typeof ToWorkspace>

export const ToShell = z.discriminatedUnion('kind', [
  /** The process runs and hears. */
  z.object({ kind: z.literal('listening') }),
  /** The workspace answers; what its gate says about the data is for the page to ask. */
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('media'),
    id: Id,
    media: z.object({ bytes: Bytes, contentType: z.string() }).nullable(),
  }),
  /** The data key of the workspace that was opened; null when it was locked. Kept in memory only. */
  z.object({ kind: z.literal('key'), bytes: Bytes.nullable() }),
  z.object({ kind: z.literal('protect'), id: Id, bytes: Bytes }),
  z.object({ kind: z.literal('unprotect'), id: Id, bytes: Bytes }),
  z.object({ kind: z.literal('start-worker'), id: Id }),
  z.object({ kind: z.literal('kill-worker'), id: Id }),
  z.object({
    kind: z.literal('log'),
    entry: z.object({
      reference: z.string(),
      at: z.string(),
      where: z.string(),
      error: z.string(),
    }),
  }),
  /** Closing takes long because there is work, such as a backup. */
  z.object({ kind: z.literal('busy') }),
  /** Everything is written and closed; the process ends itself now. */
  z.object({ kind: z.literal('stopped') }),
])
export type ToShell = z.infer<typeof ToShell>
