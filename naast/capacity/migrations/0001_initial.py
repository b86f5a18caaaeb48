import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('companionship', '0006_beside_each_other'),
        ('organisations', '0003_check_settings'),
        ('people', '0008_rests'),
    ]

    operations = [
        migrations.CreateModel(
            name='StepBack',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('less', 'Step back: do less'), ('pause', 'A break')], max_length=6)),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the coordinator should know')),
                ('promised_on', models.DateField(verbose_name='we call before')),
                ('talked_on', models.DateField(blank=True, null=True, verbose_name='we talked on')),
                ('agreed', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what we agreed')),
                ('taken_back_on', models.DateField(blank=True, null=True, verbose_name='taken back on')),
                ('began_on', models.DateField(blank=True, null=True, verbose_name='began on')),
                ('back_on', models.DateField(blank=True, null=True, verbose_name='back on')),
                ('most_before', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps_back', to='people.person')),
                ('talked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('taken_back_on__isnull', True), ('talked_on__isnull', True)), fields=['organisation', 'promised_on', 'id'], name='step_back_open'), models.Index(condition=models.Q(('back_on__isnull', True), ('kind', 'pause'), ('taken_back_on__isnull', True)), fields=['organisation', 'until_on', 'id'], name='break_going_on'), models.Index(fields=['organisation', 'person', 'from_on'], name='capacity_st_organis_c35f7d_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_on__isnull', True), ('talked_on__isnull', True)), fields=('person',), name='one_step_back_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'pause'), _negated=True), models.Q(('until_on__gte', models.F('from_on')), ('until_on__isnull', False)), _connector='OR'), name='break_has_an_end', violation_error_message='The last day comes after the first.')],
            },
        ),
        migrations.CreateModel(
            name='StepBackMatch',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('wish', models.CharField(choices=[('less_often', 'see each other less often'), ('wind_down', 'work towards a good end')], max_length=10, verbose_name='what would help')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('step_back', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='capacity.stepback')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('step_back', 'match'), name='one_wish_a_match')],
            },
        ),
        migrations.CreateModel(
            name='WorthAsking',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('end', models.CharField(choices=[('much', 'Perhaps too much'), ('little', 'Perhaps too little'), ('how', 'How it goes')], max_length=6, verbose_name='about')),
                ('reasons', models.JSONField(default=list, verbose_name='why')),
                ('since_on', models.DateField(verbose_name='since')),
                ('is_for_staff', models.BooleanField(default=False)),
                ('talked_on', models.DateField(blank=True, null=True, verbose_name='we talked on')),
                ('agreed', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what we agreed')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='worth_asking', to='people.person')),
                ('talked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('talked_on__isnull', True)), fields=['organisation', 'since_on', 'id'], name='worth_asking_open'), models.Index(fields=['organisation', 'person', 'talked_on'], name='capacity_wo_organis_fd5ca9_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('talked_on__isnull', True)), fields=('person',), name='one_question_a_person')],
            },
        ),
        migrations.CreateModel(
            name='HouseTerms',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('check_months', models.PositiveSmallIntegerField(default=3, verbose_name='self-check every (months)')),
                ('most_matches', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='matches one coordinator can look after well')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='load_terms_once_a_house'), models.CheckConstraint(condition=models.Q(('check_months__gte', 1)), name='self_check_not_every_day')],
            },
        ),
        migrations.CreateModel(
            name='OwnLimits',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('hours_month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='at most this many hours a month')),
                ('evenings_month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='at most this many evenings a month')),
                ('days_off', models.PositiveSmallIntegerField(default=0, verbose_name='no visits on')),
                ('changed_on', models.DateField(verbose_name='changed on')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='own_limits', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('days_off__lte', 127)), name='limits_know_seven_days')],
            },
        ),
        migrations.CreateModel(
            name='SelfCheck',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('hat', models.CharField(choices=[('volunteer', 'volunteer'), ('coordinator', 'coordinator')], default='volunteer', max_length=12)),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('let_go_on', models.DateField(blank=True, null=True, verbose_name='let go on')),
                ('skipped_before', models.PositiveSmallIntegerField(default=0)),
                ('way', models.CharField(blank=True, choices=[('screen', 'on screen'), ('told', 'in a talk or by phone'), ('paper', 'on paper')], max_length=6, verbose_name='how it came')),
                ('reader', models.CharField(choices=[('coordinator', 'Only me and the coordinator'), ('coach', 'Also my coach'), ('nobody', 'Only me')], default='coordinator', max_length=11, verbose_name='who may read this')),
                ('how_are_you', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how are you')),
                ('answers', naast.core.fields.EncryptedJSONField(blank=True, default=dict, verbose_name='the lines')),
                ('amount', models.CharField(blank=True, choices=[('much', 'too much'), ('good', 'good'), ('little', 'too little')], max_length=6, verbose_name='what I do is')),
                ('erased_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='self_checks', to='people.person')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'person', 'hat', 'asked_on'], name='capacity_se_organis_af9daf_idx'), models.Index(fields=['organisation', 'answered_on'], name='capacity_se_organis_b1fe76_idx'), models.Index(condition=models.Q(('answered_on__isnull', True), ('let_go_on__isnull', True)), fields=['organisation', 'hat', 'asked_on'], name='self_check_open')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_on__isnull', True), ('let_go_on__isnull', True)), fields=('person', 'hat'), name='one_open_self_check'), models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('let_go_on__isnull', True), _connector='OR'), name='self_check_answered_or_let_go')],
            },
        ),
    ]
