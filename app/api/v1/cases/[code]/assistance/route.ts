import { recordAssistance } from '@/lib/assistance/record-assistance'
import { command } from '@/lib/write/command'

export const POST = command(recordAssistance)
