import { renewOwnEntry } from '@/lib/casework/services/renew-entry'
import { command } from '@/lib/platform/gate/command'

export const POST = command(renewOwnEntry)
