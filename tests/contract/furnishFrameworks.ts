import type { Framework, FrameworkVersionId, Control } from '#contract/frameworks'
import { present } from '../support/present.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** Checklists in the states that the commands about them need. */
export interface FurnishedFrameworks {
  /** The version that a copy is made of. */
  readonly shippedVersion: FrameworkVersionId
  /** Has a draft. */
  readonly drafted: Framework
  readonly control: Control
  /** Stands before another of its section. */
  readonly retiredControl: Control
  readonly publishable: Framework
  /** Published, without a draft. */
  readonly published: Framework
  readonly discarding: Framework
  readonly discardedDraft: FrameworkVersionId
  readonly removable: Framework
  readonly removed: Framework
}

export async function furnishFrameworks({
  workspace: { compliance },
}: TestWorkspace): Promise<FurnishedFrameworks> {
  const japen = present(
    (await compliance.frameworks({})).find(({ shipped }) => shipped === 'japen'),
  )
  const { id: shippedVersion } = present(japen.versions[0])
  const copy = (name: string) =>
    compliance.copy({ id: shippedVersion, title: { ms: `Semakan ${name}`, en: `Check ${name}` } })
  const publish = async (name: string) => {
    const { id } = await copy(name)
    await compliance.publish({ id })
    return id
  }
  const known = async (wanted: string) =>
    present((await compliance.frameworks({})).find(({ id }) => id === wanted))

  const drafted = await copy('satu')
  const { controls } = await compliance.version({ id: present(drafted.versions[0]).id })
  const [control, retired] = [present(controls[0]), present(controls[1])]
  await compliance.retireControl({
    ...{ frameworkId: drafted.id, key: retired.key, reason: 'Tidak digunakan' },
  })
  const discarding = await publish('dua')
  await compliance.startDraft({ id: discarding })
  const spent = await publish('tiga')
  await compliance.startDraft({ id: spent })
  const discarded = await compliance.discardDraft({ id: spent })
  const removed = await copy('empat')
  await compliance.remove({ id: removed.id })
  return {
    ...{ shippedVersion, drafted, control, retiredControl: retired, removed },
    publishable: await copy('lima'),
    published: await known(await publish('enam')),
    discarding: await known(discarding),
    discardedDraft: discarded.id,
    removable: await copy('tujuh'),
  }
}
