import { correctAssistance } from '@/lib/casework/assistance/correct-assistance'
import { command } from '@/lib/platform/gate/command'

export const POST = command(correctAssistance)
