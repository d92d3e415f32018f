export * from '../../state/keeping';
