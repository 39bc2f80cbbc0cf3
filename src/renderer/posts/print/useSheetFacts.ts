import type { ApprovalSheet } from '#contract/postReports'
import type { Fact } from '../../print/PrintFacts.vue'
import { useWords } from '../../words/useWords'
import { inGroups } from '../approval/approvalView'

type Programme = NonNullable<ApprovalSheet['post']['content']['programme']>

/** What a sheet that is signed says of its post, above all to what the signature is bound. */
export function useSheetFacts(): (sheet: ApprovalSheet) => Fact[] {
  const { t, format } = useWords()

  function slot(day: string | null, time: string | null): string {
    return [
      ...(day === null ? [] : [format.value.weekDay(day)]),
      ...(time === null ? [] : [time]),
    ].join(', ')
  }

  function programmeText({ name, day, time, place, guests }: Programme): string {
    return [name, slot(day, time), place, guests.join(', ')].filter(Boolean).join(' · ')
  }

  return ({ post, authors, approveBy }) => {
    const { title, day, time, programme } = post.content
    return [
      { label: t('posts.approval.sheet.post'), value: title },
      { label: t('posts.approval.sheet.version'), value: String(post.version) },
      { label: t('posts.approval.sheet.hash'), value: inGroups(post.contentHash) },
      { label: t('posts.approval.sheet.status'), value: t(`posts.status.${post.status}`) },
      ...(day === null && time === null
        ? []
        : [{ label: t('posts.approval.sheet.when'), value: slot(day, time) }]),
      ...(programme === null
        ? []
        : [{ label: t('posts.approval.sheet.programme'), value: programmeText(programme) }]),
      { label: t('posts.approval.sheet.authors'), value: authors.join(', ') },
      ...(approveBy === null
        ? []
        : [{ label: t('posts.approval.sheet.approveBy'), value: format.value.weekDay(approveBy) }]),
    ]
  }
}
