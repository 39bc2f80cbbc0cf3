import type { ComplaintKind, ComplaintSubKind, IntakeQuestion } from '#contract/reference'
import { roadClass, type RoadCode } from '#contract/roads'

/** The kind that a road's class makes it (KKS H); null where no kind is about such roads. */
export function kindOfRoad(
  road: RoadCode | null,
  kinds: readonly ComplaintKind[],
): ComplaintKind | null {
  if (road === null) return null
  const wanted = roadClass(road)
  return kinds.find((kind) => kind.road === wanted) ?? null
}

/** Sub-kinds that are offered under a kind. */
export function subKindsOf(
  kind: string,
  subKinds: readonly ComplaintSubKind[],
): ComplaintSubKind[] {
  return subKinds.filter(({ kinds }) => kinds.includes(kind))
}

/** What is asked of a complaint of a sub-kind. */
export function questionsOf(
  subKind: string | null,
  subKinds: readonly ComplaintSubKind[],
): readonly IntakeQuestion[] {
  return subKinds.find(({ key }) => key === subKind)?.questions ?? []
}

/** Answers to yes-or-no questions are kept as these words and said in the window's language. */
export const yesNo = ['yes', 'no'] as const
export type YesNo = (typeof yesNo)[number]

export function isYesNo(answer: string | undefined): answer is YesNo {
  return yesNo.some((each) => each === answer)
}
