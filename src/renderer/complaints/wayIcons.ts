import {
  FileText,
  Inbox,
  Landmark,
  Mail,
  MessageSquareText,
  Phone,
  Stamp,
  UsersRound,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ComplaintChannel } from '#contract/reference'
import { channelIcon } from '../accounts/channelIcons'

const icons: Readonly<Record<string, Component>> = {
  whatsapp: MessageSquareText,
  email: Mail,
  phone: Phone,
  counter: UsersRound,
  letter: Stamp,
  sispaa: Landmark,
  form: FileText,
}

/** The sign of a way by which complaints arrive: of its network, or its own. The word stands beside. */
export function wayIcon({ key, network }: Pick<ComplaintChannel, 'key' | 'network'>): Component {
  return icons[key] ?? (network === null ? Inbox : channelIcon(network))
}
