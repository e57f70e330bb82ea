import { takeOver } from '@/lib/casework/cases/take-over'
import { command } from '@/lib/platform/gate/command'

export const POST = command(takeOver)
