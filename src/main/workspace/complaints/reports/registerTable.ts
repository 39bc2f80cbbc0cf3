import type { ClockName } from '#contract/clockLimits'
import type { RegisterEntry } from '#contract/complaintPapers'
import type { Contact } from '#contract/complaintFields'
import { difficultyWords, severityWords } from '#contract/complaintWeight'
import { roadName } from '#contract/roads'
import type { Language } from '#contract/values'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import type { RegisterNames } from '../queries/registerNames.ts'
import { registerHeadings } from './registerHeadings.ts'
import {
  anonymousWord,
  outcomeWords,
  setWhyWords,
  standingWords,
  statusWords,
  yesNoWords,
} from './registerWords.ts'

type Value = Column<RegisterEntry>['value']

const metresInKilometre = 1_000

/** The register as a table, a row a complaint. */
export function registerColumns(names: RegisterNames, language: Language): Column<RegisterEntry>[] {
  const person =
    (part: keyof Contact): Value =>
    ({ contact }) =>
      contact?.[part] ?? ''
  const clock =
    (wanted: ClockName): Value =>
    ({ clocks }) => {
      const found = clocks.find(({ name }) => name === wanted)
      if (found === undefined) return ''
      return standingWords[found.standing][language].replace('{share}', `${found.share ?? ''}%`)
    }
  const values: Readonly<Record<keyof typeof registerHeadings, Value>> = {
    number: ({ number }) => number,
    receivedDay: ({ fields }) => malaysianTime(fields.receivedAt).day,
    receivedTime: ({ fields }) => malaysianTime(fields.receivedAt).time,
    channel: ({ fields }) => names.item('complaint-channels', fields.channel),
    account: ({ fields }) => names.account(fields.accountId),
    reference: ({ fields }) => fields.reference,
    link: ({ fields }) => fields.link,
    name: ({ contact }) => contact?.name ?? anonymousWord[language],
    phone: person('phone'),
    email: person('email'),
    address: person('address'),
    identityNumber: person('identityNumber'),
    kind: ({ fields }) => names.item('complaint-kinds', fields.kind),
    subKind: ({ fields }) => names.item('complaint-sub-kinds', fields.subKind),
    what: ({ fields }) => fields.what,
    answers: ({ fields }) => answersCell(fields.answers, names, language),
    state: ({ fields }) => names.item('states', fields.state),
    district: ({ fields }) => fields.district,
    road: ({ fields }) => (fields.road === null ? '' : roadName(fields.road)),
    fromKm: ({ fields }) => kilometres(fields.fromMetres),
    toKm: ({ fields }) => kilometres(fields.toMetres),
    place: ({ fields }) => fields.place,
    urgent: ({ fields }) => names.item('urgent-kinds', fields.urgent),
    severity: ({ fields: { severity } }) =>
      severity === null ? '' : severityWords[severity][language],
    difficulty: ({ fields: { difficulty } }) =>
      difficulty === null ? '' : difficultyWords[difficulty][language],
    agency: ({ agency }) => names.item('agencies', agency),
    forwarded: ({ forwardedAt }) => moment(forwardedAt),
    outcome: ({ outcome }) => (outcome === null ? '' : outcomeWords[outcome][language]),
    wrongDoor: ({ wrongDoor }) => yesNoWords[wrongDoor ? 'yes' : 'no'][language],
    officer: ({ assigneeId }) => names.person(assigneeId),
    status: ({ status }) => statusWords[status][language],
    statusAt: ({ statusAt }) => moment(statusAt),
    statusReason: ({ statusReason }) => statusReason,
    acknowledged: ({ acknowledgedAt }) => moment(acknowledgedAt),
    responded: ({ respondedAt }) => moment(respondedAt),
    settled: ({ settledAt }) => moment(settledAt),
    clockSet: ({ clockSet }) => names.item('clock-sets', clockSet),
    setWhy: ({ setWhy, setReason }) => {
      if (setWhy === '') return ''
      const why = setWhyWords[setWhy][language]
      return setReason === '' ? why : `${why}: ${setReason}`
    },
    clockAcknowledge: clock('acknowledge'),
    clockRespond: clock('respond'),
    clockProgress: clock('progress'),
    clockClose: clock('close'),
    nextDue: ({ nextDue }) => moment(nextDue),
    reopened: ({ reopened }) => reopened,
    master: ({ master }) => master,
    repeats: ({ repeats }) => repeats,
    score: ({ score }) => score,
    held: ({ held }) => yesNoWords[held ? 'yes' : 'no'][language],
    flagged: ({ flagged }) => yesNoWords[flagged ? 'yes' : 'no'][language],
    oldReference: ({ oldReference }) => oldReference,
    enteredAt: ({ enteredAt }) => moment(enteredAt),
    enteredBy: ({ enteredByName }) => enteredByName,
  }
  const valueOf = new Map<string, Value>(Object.entries(values))
  return Object.entries(registerHeadings).map(([key, heading]) => ({
    heading,
    value: valueOf.get(key) ?? (() => null),
    ...(key === 'receivedDay' ? { holds: 'day' as const } : {}),
  }))
}

function moment(instant: string | null): string | null {
  return instant === null ? null : malaysianMoment(instant)
}

function kilometres(metres: number | null): number | null {
  return metres === null ? null : metres / metresInKilometre
}

/** Each question with what was answered, on a line of its own. */
function answersCell(
  answers: Readonly<Record<string, string>>,
  names: RegisterNames,
  language: Language,
): string {
  return Object.entries(answers)
    .map(([key, answer]) => {
      const said = answer === 'yes' || answer === 'no' ? yesNoWords[answer][language] : answer
      return `${names.question(key)}: ${said}`
    })
    .join('\n')
}
