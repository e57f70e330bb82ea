import { recordAssistance } from '@/lib/casework/assistance/record-assistance'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordAssistance)
