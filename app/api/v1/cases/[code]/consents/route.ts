import { addConsent } from '@/lib/casework/endings/add-consent'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addConsent)
