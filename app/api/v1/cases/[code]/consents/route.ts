import { addConsent } from '@/lib/consents/add-consent'
import { command } from '@/lib/write/command'

export const POST = command(addConsent)
