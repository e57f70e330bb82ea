import { vi } from 'vitest'

/**
 * Runs before each test file: many share a process, which spares each the start and the libraries; what ours keep in a
 * module, and an environment that a test set, they do not share.
 */
vi.resetModules()
vi.unstubAllEnvs()
