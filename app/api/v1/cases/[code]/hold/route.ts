import { holdCase } from '@/lib/casework/cases/hold-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(holdCase)
