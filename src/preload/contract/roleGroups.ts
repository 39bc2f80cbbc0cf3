import { allRoles, type Role } from './roles.ts'

/** Whoever sits at the keyboard, whatever their role. */
export const everyone: readonly Role[] = allRoles

/** Files that leave the workspace: not for who only reads and prints. */
export const takersOut = without('viewer')

/** Settings of the office and of its people. */
export const administrators = ['administrator'] as const

/** What the plan rests on: days, accounts and how many follow them, and its cycles. */
export const planners = ['administrator', 'planner'] as const

/** A crisis does not wait for whoever usually plans. */
export const holders = ['administrator', 'planner', 'head'] as const

/** Who brings pictures in and works on them. */
export const makers = ['administrator', 'planner', 'designer'] as const

/** A person's word on a repeated picture or a sensitive term; the approver may give it too. */
export const judges = [...makers, 'approver'] as const

/** Whoever may attach something to something; to what, `attachmentRights` says. */
export const attachers = [...makers, 'complaints-officer', 'head'] as const

/** An exception from a rule is not given by the one who made the picture. */
export const exempters = ['administrator', 'planner', 'approver'] as const

/** Who may say yes to a post; the steps of its route say who among them (never its author). */
export const deciders = ['administrator', 'approver', 'head', 'planner'] as const

/** Everybody who works on posts or decides about them has a say. */
export const commenters = without('viewer')

/** Who takes complaints in and works on them. */
export const registrars = ['administrator', 'complaints-officer'] as const

/** Whoever works with what citizens report, or answers for it; persons stand covered. */
export const complaintReaders = [
  ...registrars,
  ...(['planner', 'approver', 'head', 'viewer'] as const),
] as const

/** Whoever reads the register may take its figures along, but who only reads and prints. */
export const statisticTakers = complaintReaders.filter((role) => role !== 'viewer')
/** Who may take lists of complaints out as files, persons covered: not who only reads and prints. */
export const registerTakers = complaintReaders.filter((role) => takersOut.includes(role))

/** Who may see who somebody is. */
export const revealers = [...registrars, 'head'] as const

/** Who may read an answer before it is sent: a colleague, or who answers for the office. */
export const reviewers = [...registrars, ...(['approver', 'head'] as const)] as const

/** Who decides, and reviews, that dealings with a complainant need care. */
export const flagApprovers = ['administrator', 'head', 'approver'] as const

/** Who answers for the office reads who did what. */
export const auditors = ['administrator', 'head'] as const

/** Who answers for the office says what it is held against. */
export const checklistKeepers = ['administrator', 'head'] as const

/**
 * Who prepares an assessment: planners know the accounts and what is published, the complaints officer
 * how citizens are answered, and the head answers for it.
 */
export const assessors = ['administrator', 'planner', 'complaints-officer', 'head'] as const

/** Who may look an assessment through for another, or send it back. */
export const assessmentReviewers = [...assessors, 'approver'] as const

/** Who may approve an assessment: those who answer for the office. */
export const assessmentApprovers = ['administrator', 'head', 'approver'] as const

/** Works before anybody sits at the keyboard; the gate asks for a secret of its own. */
export const nobodyYet = null

function without(left: Role): readonly Role[] {
  return allRoles.filter((role) => role !== left)
}
