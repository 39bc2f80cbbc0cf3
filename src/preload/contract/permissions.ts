import type { Query, Slice } from './call.ts'
import type { Contract, SliceName } from './index.ts'
import {
  administrators,
  attachers,
  auditors,
  checklistKeepers,
  commenters,
  deciders,
  everyone,
  exempters,
  holders,
  judges,
  makers,
  nobodyYet,
  planners,
  takersOut,
} from './roleGroups.ts'
import { assessmentRights } from './assessmentRights.ts'
import { complaintRights } from './complaintRights.ts'
import { allRoles, type Role } from './roles.ts'

/**
 * Who may call what, in one table: enforced where calls are served (`serve.ts`), read by the pages
 * to say so beforehand (`useMay`). Each command, job and action has an entry, or this does not
 * compile; a query without one answers to everybody at the keyboard.
 */

export type Who = readonly Role[] | typeof nobodyYet

type Rights<S extends Slice> = {
  readonly [K in keyof S as S[K] extends Query ? never : K]: Who
} & { readonly [K in keyof S as S[K] extends Query ? K : never]?: readonly Role[] }

export const permissions: { readonly [S in SliceName]: Rights<Contract[S]> } = {
  gate: {
    state: nobodyYet,
    begin: nobodyYet,
    create: nobodyYet,
    unlock: nobodyYet,
    lock: nobodyYet,
    lockScreen: nobodyYet,
    unlockScreen: nobodyYet,
    stillHere: nobodyYet,
    switchPerson: nobodyYet,
    setPin: everyone,
    // Whoever opened with the recovery code has proved more than a role: the gate lets them.
    changePassphrase: administrators,
    remember: administrators,
    // Asked before anything is open as well; the secret of the backup is asked for then.
    backups: administrators,
    restore: administrators,
  },
  backups: {
    make: commenters,
    copyToSecond: commenters,
    chooseFolder: administrators,
  },
  office: {
    change: administrators,
    changeScreenLock: administrators,
    changeReminders: administrators,
    auditLog: auditors,
    verifyAudit: auditors,
  },
  people: {
    add: administrators,
    change: administrators,
    resetPin: administrators,
    remember: everyone,
  },
  days: {
    addHoliday: planners,
    changeHoliday: planners,
    removeHoliday: planners,
    restoreHoliday: planners,
    resetHoliday: planners,
    importHolidays: planners,
    undoHolidayImport: planners,
  },
  reference: {
    add: administrators,
    change: administrators,
    remove: administrators,
    bringBack: administrators,
    restoreShipped: administrators,
    reorder: administrators,
  },
  accounts: {
    add: planners,
    change: planners,
    retire: planners,
    bringBack: planners,
    addSnapshot: planners,
    changeSnapshot: planners,
    removeSnapshot: planners,
    bringBackSnapshot: planners,
  },
  attachments: {
    add: attachers,
    addPasted: attachers,
    change: attachers,
    remove: attachers,
    restore: attachers,
    saveCopy: takersOut,
    redact: attachers,
    removeRedaction: attachers,
    restoreRedaction: attachers,
  },
  posts: {
    add: makers,
    save: makers,
    move: planners,
    moveSlots: planners,
    shift: planners,
    setPhase: planners,
    changeMany: planners,
    restoreMany: planners,
    setStatus: planners,
    resume: planners,
    trash: planners,
    restore: planners,
    restoreVersion: makers,
    changeApprovalRoutes: administrators,
    askApproval: makers,
    withdrawApproval: makers,
    confirmTerm: judges,
    unconfirmTerm: judges,
    allowInBlackout: holders,
    withdrawAllowance: holders,
    decide: deciders,
    enterPaperDecision: planners,
    takeBackPaperDecision: planners,
    addComment: commenters,
    changeComment: commenters,
    settleComment: commenters,
    reopenComment: commenters,
    removeComment: commenters,
    bringBackComment: commenters,
    publish: planners,
    skipAccount: planners,
    changePublication: planners,
    comparePublication: planners,
    removePublication: planners,
    addPublished: planners,
    addCorrection: planners,
    changeCorrection: planners,
    removeCorrection: planners,
    bringBackCorrection: planners,
    addResult: planners,
    changeResult: planners,
    removeResult: planners,
    bringBackResult: planners,
    loadHistory: planners,
    keepDraft: makers,
    dropDraft: makers,
    duplicate: planners,
    makeSeries: planners,
    changeSeries: planners,
    // It saves the text of a post, and plans others with it.
    saveInSeries: planners,
    endSeries: planners,
    leaveSeries: planners,
    extendSeries: planners,
    undoSeries: planners,
    readSheet: planners,
    rejectedCsv: planners,
    importPosts: planners,
    undoImport: planners,
    readResultSheet: planners,
    rejectedResultsCsv: planners,
    importResults: planners,
    undoResultImport: planners,
    planCsv: takersOut,
    planXlsx: takersOut,
    planIcs: takersOut,
    roadCsv: takersOut,
    ...{ saveView: everyone, removeView: everyone },
    ...{ shareView: planners, removeSharedView: planners },
    ...{ restoreView: everyone, restoreSharedView: planners },
    addTemplate: planners,
    changeTemplate: planners,
    removeTemplate: planners,
    restoreTemplate: planners,
  },
  complaints: complaintRights,
  compliance: {
    copy: checklistKeepers,
    remove: checklistKeepers,
    bringBack: checklistKeepers,
    startDraft: checklistKeepers,
    discardDraft: checklistKeepers,
    bringBackDraft: checklistKeepers,
    changeTitle: checklistKeepers,
    addControl: checklistKeepers,
    changeControl: checklistKeepers,
    retireControl: checklistKeepers,
    bringBackControl: checklistKeepers,
    moveControl: checklistKeepers,
    publish: checklistKeepers,
    changeMeasureSettings: checklistKeepers,
    ...assessmentRights,
  },
  cycles: {
    add: planners,
    change: planners,
    changePhase: planners,
    archive: planners,
    bringBack: planners,
    loadHistory: planners,
  },
  planning: {
    addNote: planners,
    changeNote: planners,
    removeNote: planners,
    restoreNote: planners,
    holdAll: holders,
    resume: holders,
    addTerm: planners,
    changeTerm: planners,
    removeTerm: planners,
    restoreTerm: planners,
    changeSettings: administrators,
  },
  images: {
    checkFiles: makers,
    checkPasted: makers,
    continueBatch: makers,
    setFrame: makers,
    removeBatch: makers,
    setKind: makers,
    decideRepeat: judges,
    undecideRepeat: judges,
    forgetDecision: judges,
    recallDecision: judges,
    pickBest: judges,
    unpick: judges,
    reviewPhoto: judges,
    override: exempters,
    keep: makers,
    describe: makers,
    trash: makers,
    restore: makers,
    fix: makers,
    discardFixed: makers,
    saveCopies: takersOut,
    copyOut: takersOut,
    batchCsv: takersOut,
    libraryCsv: takersOut,
    changeRules: administrators,
    // Names of sizes, not rules: whoever makes pictures keeps them.
    changeFixPresets: ['administrator', 'designer'],
    changeFixChannels: ['administrator', 'designer'],
  },
}

/** The roles that may call `slice.member`; null where no role matters. */
export function whoMay(slice: string, member: string): Who {
  const rights: unknown = Object.hasOwn(permissions, slice) ? Reflect.get(permissions, slice) : null
  if (typeof rights !== 'object' || rights === null || !Object.hasOwn(rights, member)) return null
  const who: unknown = Reflect.get(rights, member)
  return Array.isArray(who) ? allRoles.filter((role) => who.includes(role)) : null
}

/** Whether somebody with these roles may call `slice.member`. */
export function mayCall(roles: readonly Role[], slice: string, member: string): boolean {
  const who = whoMay(slice, member)
  return who === null || who.some((role) => roles.includes(role))
}
