import type { ComplaintId } from '#contract/complaintFields'
import { useCommand } from '../../workspace/useCommand'
import type { Tie } from './repeatView'

/** What was said of a complaint while it was taken in is done once it has its number. */
export function useTying() {
  const grouping = useCommand('complaints', 'group')
  const ungrouping = useCommand('complaints', 'ungroup')
  const marking = useCommand('complaints', 'markRepeat')
  const unmarking = useCommand('complaints', 'unmarkRepeat')
  const telling = useCommand('complaints', 'tellApart')

  async function tie(
    id: ComplaintId,
    wanted: Tie | null,
    apart: readonly ComplaintId[],
  ): Promise<void> {
    if (apart.length > 0) await telling.run({ id, otherIds: [...apart] })
    if (wanted?.as === 'member') await grouping.run({ ids: [id], masterId: wanted.masterId })
    if (wanted?.as === 'repeat') await marking.run({ ids: [id], ofId: wanted.id, reason: '' })
  }

  /** Before its registration is undone it stands by itself again. */
  async function untie(id: ComplaintId, wanted: Tie | null): Promise<void> {
    if (wanted?.as === 'member') await ungrouping.run({ ids: [id] })
    if (wanted?.as === 'repeat') await unmarking.run({ ids: [id] })
  }

  return { tie, untie }
}
