import type { CliProblem } from './words.ts'

/** The check cannot be run at all: exit code 2 and one sentence on stderr. */
export class CannotRun extends Error {
  readonly problem: CliProblem
  readonly detail: string

  constructor(problem: CliProblem, detail = '') {
    super(problem)
    this.name = 'CannotRun'
    this.problem = problem
    this.detail = detail
  }
}
