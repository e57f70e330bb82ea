import { callAnyway } from '@/lib/casework/cases/call-anyway'
import { command } from '@/lib/platform/gate/command'

export const POST = command(callAnyway)
