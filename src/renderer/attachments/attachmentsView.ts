import { FileSpreadsheet, FileText, Image, Mail, Presentation, ScrollText } from '@lucide/vue'
import type { Component } from 'vue'
import type { Redaction } from '#contract/attachmentRedaction'
import { isPictureKind, type Attachment, type AttachmentKind } from '#contract/attachments'
import { endingsOf } from '#contract/saving'

const icons: Readonly<Record<AttachmentKind, Component>> = {
  pdf: FileText,
  jpeg: Image,
  png: Image,
  webp: Image,
  docx: FileText,
  xlsx: FileSpreadsheet,
  pptx: Presentation,
  txt: ScrollText,
  eml: Mail,
}

/** The sign of a kind of file; its word stands beside it. */
export function iconOf(kind: AttachmentKind): Component {
  return icons[kind]
}

/** What can be looked at without another program. */
export function isShown({ kind }: Pick<Attachment, 'kind'>): boolean {
  return kind === 'pdf' || isPictureKind(kind)
}

/** Where the shell serves an attached picture from: its redacted copy, where there is one. */
export function attachedPicture(
  size: 'thumbnail' | 'preview',
  { id, redaction }: Pick<Attachment, 'id'> & { readonly redaction: Pick<Redaction, 'id'> | null },
): string {
  return redaction === null
    ? originalPicture(size, { id })
    : `media://${size}/redaction/${redaction.id}`
}

/** The same of the picture with nothing blacked out, for whoever asks for just that. */
export function originalPicture(
  size: 'thumbnail' | 'preview',
  { id }: Pick<Attachment, 'id'>,
): string {
  return `media://${size}/attachment/${id}`
}

/** Longest name proposed, so that it fits every file system with its ending. */
const longestName = 120

/** What a copy is to be called: the title, without signs that some file system forbids. */
export function copyName({ title, kind }: Pick<Attachment, 'title' | 'kind'>): string {
  const plain = title
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestName)
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${plain || 'lampiran'}.${endingsOf(kind)[0]}`
}

/** Whether it says where it was taken, which is told apart from the rest. */
export function hasLocation({ personal }: Pick<Attachment, 'personal'>): boolean {
  return personal.some(({ kind }) => kind === 'location')
}
