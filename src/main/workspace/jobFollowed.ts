import type { CommandContext, JobContext } from './context.ts'

/** A command that is followed by something else, in its own transaction. */
type Followed = <T>(
  change: (inside: CommandContext) => Promise<T>,
) => (inside: CommandContext) => Promise<T>

/** The same of a job: each of its transactions is followed. */
export function jobFollowed<C extends JobContext, I, O>(
  job: (context: C, input: I) => Promise<O>,
  followed: Followed,
): (context: C, input: I) => Promise<O> {
  return (context, input) =>
    job({ ...context, write: (change) => context.write(followed(change)) }, input)
}
