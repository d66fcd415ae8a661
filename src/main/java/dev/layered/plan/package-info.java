/**
 * Decides which file goes to which layer for which platform, without touching bytes or network.
 *
 * <p>Start at {@link dev.layered.plan.LayerPlanner} and {@link dev.layered.plan.ImagePlan}. Imports {@code layer}
 * (entries only), {@code json}, {@code image} and {@code failure}.
 */
package dev.layered.plan;
