import { decidePanel } from '@/lib/casework/assessments/decide-panel'
import { command } from '@/lib/platform/gate/command'

export const POST = command(decidePanel)
