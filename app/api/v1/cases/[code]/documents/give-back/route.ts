import { giveOriginalBack } from '@/lib/casework/documents/give-back-original'
import { command } from '@/lib/platform/gate/command'

export const POST = command(giveOriginalBack)
