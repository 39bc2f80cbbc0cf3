import { Camera, CirclePlay, Globe, MessageCircle, PenLine, ThumbsUp } from '@lucide/vue'
import type { Component } from 'vue'

/** Signs of our own: the networks' marks are theirs. The word always stands beside. */
const icons: Readonly<Record<string, Component>> = {
  facebook: ThumbsUp,
  x: MessageCircle,
  youtube: CirclePlay,
  instagram: Camera,
  blog: PenLine,
}

export function channelIcon(key: string): Component {
  return icons[key] ?? Globe
}
