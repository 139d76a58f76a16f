// Sites and applications where a contact may begin, as people name them. Editorial data: a site that closes keeps its row
// with the month it closed, since people write about what happened before; a new one is added here and nowhere else.
import type { CHANNELS } from '../protocol/vocabulary.ts'

export interface Platform {
  /** Sent as it is in the account. */
  name: string
  channel: (typeof CHANNELS)[number]
  /** Month it closed, `YYYY-MM`. */
  closedOn?: string
  /** The platform's own address, or where its closing was read. */
  source: string
  recordedOn: string
}

const RECORDED_ON = '2026-11-22'

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'Coco',
    channel: 'chat-without-account',
    closedOn: '2024-06',
    source: 'https://fr.wikipedia.org/wiki/Coco.gg',
    recordedOn: RECORDED_ON,
  },
  { name: 'Grindr', channel: 'gay-dating-app', source: 'https://www.grindr.com', recordedOn: RECORDED_ON },
  { name: 'Hornet', channel: 'gay-dating-app', source: 'https://hornet.com', recordedOn: RECORDED_ON },
  { name: 'Romeo', channel: 'gay-dating-app', source: 'https://www.romeo.com', recordedOn: RECORDED_ON },
  { name: 'Scruff', channel: 'gay-dating-app', source: 'https://www.scruff.com', recordedOn: RECORDED_ON },
  { name: 'Badoo', channel: 'general-dating-app', source: 'https://badoo.com', recordedOn: RECORDED_ON },
  { name: 'Tinder', channel: 'general-dating-app', source: 'https://tinder.com', recordedOn: RECORDED_ON },
  {
    name: 'Facebook',
    channel: 'social-network',
    source: 'https://www.facebook.com',
    recordedOn: RECORDED_ON,
  },
  {
    name: 'Instagram',
    channel: 'social-network',
    source: 'https://www.instagram.com',
    recordedOn: RECORDED_ON,
  },
  {
    name: 'Snapchat',
    channel: 'social-network',
    source: 'https://www.snapchat.com',
    recordedOn: RECORDED_ON,
  },
  { name: 'TikTok', channel: 'social-network', source: 'https://www.tiktok.com', recordedOn: RECORDED_ON },
  { name: 'Discord', channel: 'messaging', source: 'https://discord.com', recordedOn: RECORDED_ON },
  { name: 'Telegram', channel: 'messaging', source: 'https://telegram.org', recordedOn: RECORDED_ON },
  { name: 'WhatsApp', channel: 'messaging', source: 'https://www.whatsapp.com', recordedOn: RECORDED_ON },
]
