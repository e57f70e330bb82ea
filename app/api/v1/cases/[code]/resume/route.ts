import { resumeCase } from '@/lib/casework/cases/resume-case'
import { command } from '@/lib/platform/gate/command'

export const POST = command(resumeCase)
