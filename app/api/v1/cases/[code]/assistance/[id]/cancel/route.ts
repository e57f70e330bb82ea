import { cancelAssistance } from '@/lib/casework/assistance/cancel-assistance'
import { command } from '@/lib/platform/gate/command'

export const POST = command(cancelAssistance)
