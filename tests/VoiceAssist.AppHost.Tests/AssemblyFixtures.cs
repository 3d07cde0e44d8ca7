// Every app is five processes and more: two at a time are enough for a machine with two cores.
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
