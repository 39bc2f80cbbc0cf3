/** Questions asked over a one-way line, waiting for the answer that carries their number. */
export interface Questions<A> {
  /** Sends the question under a new number; rejects with `Unanswered` when the other side is lost. */
  ask(send: (id: number) => void): Promise<A>
  /** Settles the question of this number; an answer nobody waits for is dropped. */
  answer(id: number, value: A): void
  /** The other side is gone: every open question fails. */
  abandon(): void
}

/** The process that was asked ended before it answered. */
export class Unanswered extends Error {
  constructor() {
    super('The process that was asked has ended')
    this.name = 'Unanswered'
  }
}

export function createQuestions<A>(): Questions<A> {
  const open = new Map<number, PromiseWithResolvers<A>>()
  let asked = 0
  return {
    ask(send) {
      const id = ++asked
      const question = withResolvers<A>()
      open.set(id, question)
      send(id)
      return question.promise
    },
    answer(id, value) {
      open.get(id)?.resolve(value)
      open.delete(id)
    },
    abandon() {
      for (const question of open.values()) question.reject(new Unanswered())
      open.clear()
    },
  }
}

interface PromiseWithResolvers<A> {
  readonly promise: Promise<A>
  readonly resolve: (value: A) => void
  readonly reject: (error: Error) => void
}

/** `Promise.withResolvers` is too new for the oldest runtime in use. */
function withResolvers<A>(): PromiseWithResolvers<A> {
  let resolve: (value: A) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<A>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
