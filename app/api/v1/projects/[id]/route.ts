import { changeProject } from '@/lib/casework/projects/change-project'
import { command } from '@/lib/platform/gate/command'

export const POST = command(changeProject)
