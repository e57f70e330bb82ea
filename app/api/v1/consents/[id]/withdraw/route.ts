import { withdrawConsent } from '@/lib/consents/withdraw-consent'
import { command } from '@/lib/write/command'

export const POST = command(withdrawConsent)
