import { computed, onMounted, ref, shallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import type { Attachment } from '#contract/attachments'
import type { Complaint, IntakeDraft } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import { useNotices } from '../../shell/notices'
import { usePreferences } from '../../shell/preferences'
import { useDraftKeeping } from '../../ui/useDraftKeeping'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useGate } from '../../workspace/gate'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import { readForm, withChange, type ComplaintForm } from '../fields/complaintForm'
import { readPerson, type PersonForm } from '../fields/personForm'
import { useFieldLists } from '../fields/useFieldLists'
import { useTying } from '../repeats/useTying'
import { blankIntake, isBegun, keptIntake, type IntakeForm } from './intakeForm'

/** One complaint while it is taken in: typing, keeping what is half typed, registering. */
export function useIntake() {
  const { t } = useWords()
  const workspace = useWorkspace()
  const gate = useGate()
  const notices = useNotices()
  const { may } = useMay()
  const { complaintWay } = storeToRefs(usePreferences())
  const adding = useCommand('complaints', 'add', { failures: 'here' })
  const voiding = useCommand('complaints', 'setStatus')
  const removing = useCommand('attachments', 'remove')
  const restoring = useCommand('attachments', 'restore')
  const tying = useTying()
  const who = gate.actor.value?.id

  const form = shallowRef<IntakeForm>(blankIntake(complaintWay.value ?? ''))
  const offered = shallowRef<IntakeDraft | null>(null)
  const registered = shallowRef<Complaint | null>(null)
  const tried = ref(false)
  const lists = useFieldLists(() => form.value.complaint)
  const reading = computed(() => readForm(form.value.complaint, Date.now(), lists.value))
  const person = computed(() => readPerson(form.value.person))

  // An earlier draft is not typed over before somebody has said what becomes of it.
  const keeping = useDraftKeeping(
    () =>
      isBegun(form.value) && offered.value === null && registered.value === null
        ? form.value
        : null,
    async (content) => {
      if (gate.actor.value?.id !== who || !may('complaints.keepDraft')) {
        throw new WorkspaceError('people.not-allowed')
      }
      return (await workspace.complaints.keepDraft({ content: { ...content } })).savedAt
    },
    () => workspace.complaints.dropDraft({}),
  )

  onMounted(async () => {
    if (!may('complaints.draft')) return
    try {
      const draft = await workspace.complaints.draft({})
      if (draft !== null && isBegun(keptIntake(draft)) && !isBegun(form.value)) {
        offered.value = draft
      }
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  })

  function edit(part: Partial<ComplaintForm>): void {
    const { complaint } = form.value
    form.value = { ...form.value, complaint: withChange(complaint, part, lists.value) }
    if (part.reference !== undefined || part.channel !== undefined) adding.clearFailure()
  }

  function editPerson(part: Partial<PersonForm>): void {
    form.value = { ...form.value, person: { ...form.value.person, ...part } }
  }

  /** What it is the same as, and what it is not. */
  function editTies(part: Partial<Pick<IntakeForm, 'tie' | 'apart'>>): void {
    form.value = { ...form.value, ...part }
  }

  /** How many files are attached: with them alone, it is begun. */
  function countFiles(files: number): void {
    if (files !== form.value.files) form.value = { ...form.value, files }
  }

  /** @returns null where something stands in its way */
  async function register(): Promise<Complaint | null> {
    tried.value = true
    // Read anew: "now" is when it is sent.
    const { fields } = readForm(form.value.complaint, Date.now(), lists.value)
    const { choice } = person.value
    if (fields === null || choice === null || adding.running.value) return null
    await keeping.settle()
    const added = await adding.run({ fields, complainant: choice, filesId: form.value.filesId })
    if (!added.ok) return null
    const { id, number } = added.value
    const { tie, apart } = form.value
    registered.value = added.value
    await tying.tie(id, tie, apart)
    complaintWay.value = fields.channel
    await keeping.stop()
    // What was offered and not taken up waits for the next time.
    const waiting = offered.value
    if (waiting !== null) await workspace.complaints.keepDraft({ content: waiting.content })
    const reason = t('complaints.intake.undoReason')
    notices.tell(t('complaints.intake.registered', { number }), () => {
      void tying.untie(id, tie).then(() => voiding.run({ ids: [id], to: 'voided', reason }))
    })
    return added.value
  }

  function again(): void {
    registered.value = null
    tried.value = false
    form.value = blankIntake(complaintWay.value ?? '')
  }

  function resume(): void {
    const draft = offered.value
    if (draft === null) return
    offered.value = null
    form.value = keptIntake(draft)
    keeping.took(draft.savedAt)
  }

  /** Throws away what is half typed, offered or not; it can be taken back. */
  async function discard(): Promise<void> {
    const before = offered.value === null ? form.value : keptIntake(offered.value)
    offered.value = null
    tried.value = false
    form.value = blankIntake(complaintWay.value ?? '')
    await keeping.stop()
    await workspace.complaints.dropDraft({})
    const taken = await takeOff(before.filesId)
    notices.tell(t('complaints.intake.discarded'), () => {
      form.value = before
      for (const { id } of taken) void restoring.run({ id })
    })
  }

  /** What was attached to a draft that is thrown away. */
  async function takeOff(filesId: string): Promise<readonly Attachment[]> {
    const owner = { kind: 'complaint-draft', id: filesId } as const
    const files = await workspace.attachments.list({ owner })
    for (const { id } of files) await removing.run({ id })
    return files
  }

  return {
    ...{ form, lists, offered, registered, keeping, adding },
    ...{ edit, editPerson, editTies, countFiles, register, again, resume, discard },
    isBegun: computed(() => isBegun(form.value)),
    /** A new form is not red before it was to be registered. */
    problems: computed(() => (tried.value ? reading.value.problems : {})),
    personProblems: computed(() => (tried.value ? person.value.problems : {})),
  }
}
