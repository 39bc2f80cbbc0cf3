import type { ApprovalRoute, ApprovalStep } from '#contract/postApproval'

/** Routes as a form edits them: names may be empty until they are saved. */
export interface RoutesDraft {
  readonly routes: readonly ApprovalRoute[]
}

export function newStep(): ApprovalStep {
  return { name: '', need: 'any', people: [], outsiders: false }
}

export function newRoute(): ApprovalRoute {
  return { name: '', kinds: [], phases: [], steps: [newStep()] }
}

/** With a new route before the last, which takes every other post. */
export function withRoute({ routes }: RoutesDraft): RoutesDraft {
  return { routes: [...routes.slice(0, -1), newRoute(), ...routes.slice(-1)] }
}

export function withoutRoute({ routes }: RoutesDraft, place: number): RoutesDraft {
  return { routes: routes.filter((_, at) => at !== place || at === routes.length - 1) }
}

/** Another route in a place. */
export function replaced(
  { routes }: RoutesDraft,
  place: number,
  route: ApprovalRoute,
): RoutesDraft {
  return { routes: routes.map((each, at) => (at === place ? route : each)) }
}

/** A route one place up (-1) or down (1); the last stays the last. */
export function moved({ routes }: RoutesDraft, place: number, by: -1 | 1): RoutesDraft {
  const [one, other] = [routes[place], routes[place + by]]
  const last = routes.length - 1
  if (one === undefined || other === undefined) return { routes }
  if (place === last || place + by === last) return { routes }
  return {
    routes: routes.map((each, at) => {
      if (at === place) return other
      return at === place + by ? one : each
    }),
  }
}

/** `all` of an open circle would change with every person the office adds. */
export function lacksPeople({ need, people }: ApprovalStep): boolean {
  return need === 'all' && people.length === 0
}

export function areSound({ routes }: RoutesDraft): boolean {
  return routes.every(
    ({ name, steps }) =>
      name.trim() !== '' &&
      steps.length > 0 &&
      steps.every((step) => step.name.trim() !== '' && !lacksPeople(step)),
  )
}

export function sameRoutes(one: RoutesDraft, other: RoutesDraft): boolean {
  return JSON.stringify(one.routes) === JSON.stringify(other.routes)
}
