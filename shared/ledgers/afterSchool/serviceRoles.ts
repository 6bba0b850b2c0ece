/** What people do in a session, in the order of sheets. */
export const serviceRoles = ['授课', '看护', '管理', '值班领导', '安保'] as const;
