/** What the metadata of both platforms says of the step besides its inputs and outputs. */
export const identity = {
  title: 'Entra Token',
  description: 'Gets a Microsoft Entra ID access token: masked, and ready for the next curl or Invoke-RestMethod',
  author: 'Entra Token contributors',
  /** Azure Pipelines knows the task by this id; it never changes. */
  taskId: 'b3c0ffc4-6d3b-4b7c-9e53-5a4fd6a0e7d1',
  version: { major: 1, minor: 0, patch: 0 },
} as const;
